package report

import (
	"bytes"
	"encoding/csv"
	"errors"
	"strconv"
	"strings"
	"testing"
)

// tableOf writes a table and reads it again.
func tableOf(t *testing.T, table Table) (rows [][]string) {
	t.Helper()
	d, l := planned(t)
	var b bytes.Buffer
	if err := Write(&b, FormatCSV, d, Options{Table: table}, l.each); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&b).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestDailyCSV(t *testing.T) {
	d, _ := planned(t)
	rows := tableOf(t, TableDaily)
	all := d.Daily["Pledges"]
	first, last := all[0], all[len(all)-1]
	if len(rows) != int(last.Day-first.Day)+2 || strings.Join(rows[0], "|") != "day|Pledges" {
		t.Errorf("%d rows under %q", len(rows), rows[0])
	}
	for row, want := range map[int]string{1: first.Day.String() + "|" + strconv.FormatInt(first.Total, 10), len(rows) - 1: last.Day.String() + "|" + strconv.FormatInt(last.Total, 10)} {
		if got := strings.Join(rows[row], "|"); got != want {
			t.Errorf("row %d is %s, want %s", row, got, want)
		}
	}
}

func TestThresholdCSV(t *testing.T) {
	d, _ := planned(t)
	rows := tableOf(t, TableThresholds)
	if len(rows) != len(d.Standing.Thresholds)+1 {
		t.Fatalf("%d rows", len(rows))
	}
	for i, th := range d.Standing.Thresholds {
		row := map[string]string{}
		for j, name := range rows[0] {
			row[name] = rows[i+1][j]
		}
		if row["name"] != th.Name || row["value"] != plainly(th.Value) || row["target"] != plainly(th.Target) || row["held"] != strconv.FormatBool(th.Held) || (row["reached_at"] != "") != th.Reached {
			t.Errorf("%s reads %v", th.Name, row)
		}
		f, ok := foreseen(d.Snapshot, th.Name)
		if (row["chance_by_deadline"] != "") != (ok && f.HasChance) {
			t.Errorf("the chance of %s is %q", th.Name, row["chance_by_deadline"])
		}
	}
}

// TestTablesOfAll: no campaign is too bare for a table, and none has formulas.
func TestTablesOfAll(t *testing.T) {
	for name, sample := range samples {
		s, l := sample(t)
		for _, table := range Tables() {
			var b bytes.Buffer
			if err := Write(&b, FormatCSV, dossierOf(s), Options{Table: table}, l.each); err != nil {
				t.Fatal(err)
			}
			rows, err := csv.NewReader(&b).ReadAll()
			if err != nil || len(rows) == 0 {
				t.Fatalf("%s, %s: %v", name, table, err)
			}
			for _, row := range rows {
				for _, text := range row {
					if _, err := strconv.ParseFloat(text, 64); err != nil && strings.IndexAny(text, "=+-@\t\r") == 0 {
						t.Errorf("%s, %s: %q would be taken for a formula", name, table, text)
					}
				}
			}
		}
	}
	if table, err := ParseTable(" Daily "); err != nil || table != TableDaily {
		t.Errorf("%q, %v", table, err)
	}
	if _, err := ParseTable("hourly"); !errors.Is(err, ErrTable) {
		t.Error(err)
	}
}
