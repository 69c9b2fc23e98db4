package exchange

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"muster/campaign"
)

// TestSignUps counts lists as each kind of site exports them.
func TestSignUps(t *testing.T) {
	newYork, err := time.LoadLocation("America/New_York")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, text string
		o          Options
		want       []string
	}{
		{"Action Network", "first_name,last_name,email,zip_code,can2_state_abbreviated,can2_subscription_date,source_code\n" +
			"A,B,a@example.org,44101,OH,2026-01-02 10:00:00,email-3\n" +
			"C,D,c@example.org,44101,OH,2026-01-02 23:59:59,email-3\n" +
			"E,F,e@example.org,75201,TX,2026-01-03 00:00:00,\n", Options{}, []string{
			"2: 2026-01-02T00:00:00Z added 2 Pledges OH email-3 counts", "4: 2026-01-03T00:00:00Z added 1 Pledges TX counts"}},
		{"Mobilize, with one called off", "first name,last name,email,state,signup created time,status,utm_source\n" +
			"A,B,a@example.org,OH,2026-01-02T03:00:00Z,CONFIRMED,sms\n" +
			"C,D,c@example.org,OH,2026-01-02T14:00:00Z,CANCELLED,sms\n" +
			"E,F,e@example.org,OH,2026-01-02T14:00:00Z,REGISTERED,sms\n", Options{Zone: newYork}, []string{
			"2: 2026-01-01T05:00:00Z added 1 Pledges OH sms counts", "4: 2026-01-02T05:00:00Z added 1 Pledges OH sms counts"}},
		{"Google Forms", "Timestamp,Email Address,Your name,State\n1/2/2026 9:03:22,a@example.org,A,Ohio\n1/13/2026 12:00:00 PM,b@example.org,B,Ohio\n", Options{}, []string{
			"2: 2026-01-02T00:00:00Z added 1 Pledges Ohio counts", "3: 2026-01-13T00:00:00Z added 1 Pledges Ohio counts"}},
		{"day first", "Date;Name\n13.01.2026;A\n02.01.2026;B\n", Options{}, []string{
			"3: 2026-01-02T00:00:00Z added 1 Pledges counts", "2: 2026-01-13T00:00:00Z added 1 Pledges counts"}},
		{"the order is said", "Date,Name\n1/2/2026,A\n", Options{Dates: DayFirst}, []string{"2: 2026-02-01T00:00:00Z added 1 Pledges counts"}},
		{"a column in UTC", "Time (UTC),Phone\n2026-01-02 03:00,1\n", Options{Zone: newYork}, []string{"2: 2026-01-01T05:00:00Z added 1 Pledges counts"}},
		{"a list without names", "when,where\n2026-01-02,Ohio\n2026-01-02,Ohio\n", Options{List: "stall", By: "Anna", Map: map[string]string{"at": "when", "region": "where"}}, []string{
			"2: 2026-01-02T00:00:00Z added 2 Pledges Ohio Anna stall"}},
		{"bad lines", "date,name,region\n,A,\n2026-13-01,B,\n2026-01-02,C,\n2026-01-02,D,x,y\n2026-01-02,\"E\"E,\n", Options{}, []string{
			"2: " + errNoTime.Error(), `3: there is no such day as "2026-13-01"`, "5: " + errWide.Error(), "6: " + errQuote.Error(),
			"4: 2026-01-02T00:00:00Z added 1 Pledges counts"}},
		{"nobody", "date,name\n", Options{}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			rows, err := readRows(t, c.text, c.o)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, row := range rows {
				got = append(got, summary(row))
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(c.want, "\n"))
			}
		})
	}
}

func TestSignUpsRefused(t *testing.T) {
	for _, c := range []struct {
		name, text string
		o          Options
		want       string
	}{
		{"no time", "name,state\nA,Ohio\n", Options{}, "no column says when people signed up"},
		{"day or month first", "date,name\n1/2/2026,A\n12/12/2026,B\n", Options{}, "--dates day-first or --dates month-first"},
		{"names as regions", "date,name\n2026-01-02,A\n", Options{Map: map[string]string{"region": "Name"}}, "Muster keeps counts only"},
	} {
		if _, err := readRows(t, c.text, c.o); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %q in it", c.name, err, c.want)
		}
	}
}

// TestSignUpsKeepNobody looks for what a person wrote in all that comes out.
func TestSignUpsKeepNobody(t *testing.T) {
	rows, err := readRows(t, "Timestamp,Name,Email,Note,By,State\n2026-01-02,Xaver,xaver@example.org,Xaver was here,Xaver,Ohio\n", Options{})
	if err != nil || len(rows) != 1 || strings.Contains(strings.ToLower(fmt.Sprintf("%+v", rows)), "xaver") {
		t.Errorf("got %+v, %v", rows, err)
	}
}

// TestRecounts checks what the ids of counts depend on.
func TestRecounts(t *testing.T) {
	const short = "date,name,state\n2026-01-02,A,Ohio\n2026-01-02,B,Texas\n2026-01-03,C,Ohio\n"
	of := func(text string, o Options) map[string]campaign.Update {
		rows, err := readRows(t, text, o)
		if err != nil {
			t.Fatal(err)
		}
		found := map[string]campaign.Update{}
		for _, row := range rows {
			found[row.Update.At.Format(time.DateOnly)+row.Update.Region] = row.Update
		}
		return found
	}
	before, after := of(short, Options{}), of(short+"2026-01-03,D,Ohio\n2026-01-04,E,Ohio\n", Options{})
	for place, u := range before {
		v := after[place]
		a, isA := u.RecountPlace()
		b, isB := v.RecountPlace()
		if !isA || !isB || string(a) != string(b) || (u.ID == v.ID) != (u.Count == v.Count) || u.ID.Compare(v.ID) > 0 {
			t.Errorf("%s: %s, then %s", place, u.ID, v.ID)
		}
	}
	for place, u := range of(short, Options{List: "another"}) {
		if u.ID == before[place].ID {
			t.Errorf("%s has the same id in another list", place)
		}
	}
	const forEver = "019b7c01-0400-8a73-cfa1-f0f700000001" // given out: it must never change
	if got := before["2026-01-02Ohio"].ID.String(); got != forEver {
		t.Errorf("got %s, want %s", got, forEver)
	}
}

// TestListNames: next week's export is of the same list.
func TestListNames(t *testing.T) {
	for path, want := range map[string]string{
		"Sign-ups 2026-11-23.csv": "sign ups", "sign_ups (2).CSV": "sign ups", "Sign-ups (Responses) - Form 1.csv": "sign ups responses form",
		"sign-ups copy.csv": "sign ups", "2026.csv": "list", "Zusagen für Köln.xlsx": "zusagen für köln",
	} {
		if got := ListName(filepath.Join("folder 7", path)); got != want {
			t.Errorf("%s: got %q, want %q", path, got, want)
		}
	}
}

// FuzzSignUps reads anything as a list of people.
func FuzzSignUps(f *testing.F) {
	f.Add("Timestamp,Email Address,State\n1/2/2026 9:03:22 PM,a@example.org,Ohio\n13/2/2026,,\n")
	f.Add("signup created time\tname\tstatus\n2026-01-02T03:04:05Z\tA\tCANCELLED\n2026-01-02 03:04\t\"A\nB\"\t\n")
	f.Fuzz(func(t *testing.T, text string) {
		rows, _ := readRows(t, text, Options{List: "list"})
		people := 0
		for _, row := range rows {
			people += row.Lines
			if row.Why == nil && row.Update.Validate() != nil {
				t.Fatal(row.Update.Validate())
			}
		}
		if most := strings.Count(text, "\n") + 1; people > most {
			t.Fatalf("%d people on %d lines", people, most)
		}
	})
}
