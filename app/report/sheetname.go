package report

import (
	"strings"

	"github.com/xuri/excelize/v2"
)

// address returns the name of a cell, such as B7; columns and rows count from 1.
func address(column, row int) string {
	name, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		panic(err) // our own columns are few
	}
	return name
}

// absolute returns the name of a cell that stays when it is copied: $B$7.
func absolute(column, row int) string {
	name, err := excelize.CoordinatesToCellName(column, row, true)
	if err != nil {
		panic(err)
	}
	return name
}

// on returns cells of a sheet as formulas refer to them.
func on(sheet, cells string) string {
	return "'" + strings.ReplaceAll(sheet, "'", "''") + "'!" + cells
}

// sheetName returns a text that can be the name of a sheet.
func sheetName(text string) string {
	runes := []rune(strings.Map(func(r rune) rune {
		if strings.ContainsRune(`:\/?*[]`, r) {
			return -1
		}
		return r
	}, text))
	return strings.Trim(string(runes[:min(len(runes), excelize.MaxSheetNameLength)]), "'")
}

// mostFooter is how much of a name stands at the foot of a page, where Excel
// takes 255 characters in all.
const mostFooter = 40

// atFoot returns a name for the foot of a page, where an ampersand begins a
// command.
func atFoot(name string) string {
	runes := []rune(strings.Map(func(r rune) rune {
		if r == '\n' || r == '\t' {
			return ' '
		}
		return r
	}, cellText(name)))
	return strings.ReplaceAll(string(runes[:min(len(runes), mostFooter)]), "&", "&&")
}
