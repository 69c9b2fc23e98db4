package say_test

// fynes are the texts of Fyne's own widgets and dialogs.
var fynes = []string{
	"Advanced", "Cancel", "Confirm", "Copy", "Create Folder", "Cut", "Enter filename", "Error", "Favourites",
	"File", "Folder", "New Folder", "No", "OK", "Open", "Paste", "Quit", "Redo", "Save", "Select all",
	"Show Hidden Files", "Undo", "Yes", "file.name", "file.parent", "friday", "friday.short", "monday",
	"monday.short", "saturday", "saturday.short", "sunday", "sunday.short", "thursday", "thursday.short",
	"tuesday", "tuesday.short", "wednesday", "wednesday.short",
}

// sameIn are texts that are the same in English, by language; under "" those
// that are so in all.
var sameIn = map[string][]string{
	"": {
		"%[1]s %[2]d", "CSV", "Excel", "Muster", "PDF", "PNG", "SVG", "log", "m", "m/s",
	},
	"de": {
		"April", "August", "Chance", "Fr", "Link", "Mo", "Name", "November", "Optional", "Optional: https://…", "Passphrase",
		"Plan", "Region", "Sa", "September", "US Letter", "Version %s", "in %s", "linear",
	},
	"es": {
		"Ctrl+", "Plan", "no", "Total", "plan: %s",
	},
	"fr": {
		"Dates", "%s minutes", "Ctrl+", "Chance", "Date", "Licence", "Moment", "Moments", "Note", "Notifications",
		"Plan", "Population", "Sa", "Score", "Source", "Sources", "Total", "Version %s", "argument", "chance",
		"litres", "moment", "note", "population", "source",
	},
}
