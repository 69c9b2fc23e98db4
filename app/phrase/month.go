package phrase

import (
	"strings"

	"muster/app/say"
	"muster/campaign"
)

// Month returns the month of a day with its year, such as April 2019.
func Month(d campaign.Day) string {
	y, m, _ := d.Date()
	names := [...]string{
		say.Text("January"), say.Text("February"), say.Text("March"), say.Text("April"), say.Text("May"), say.Text("June"),
		say.Text("July"), say.Text("August"), say.Text("September"), say.Text("October"), say.Text("November"), say.Text("December"),
	}
	return say.Text("%s %d", names[m-1], y)
}

// Weekday returns the short name of a day of the week, such as Mon.
func Weekday(d campaign.Day) string {
	return strings.Fields(say.Text("Mon Tue Wed Thu Fri Sat Sun"))[(d.Weekday()+6)%7]
}

// Weekdays returns the short names of the days of the week, Monday first.
func Weekdays() [7]string {
	return [...]string{
		say.Text("Mo"), say.Text("Tu"), say.Text("We"), say.Text("Th"), say.Text("Fr"), say.Text("Sa"), say.Text("Su"),
	}
}
