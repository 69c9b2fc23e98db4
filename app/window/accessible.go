package window

import (
	"fyne.io/fyne/v2"

	"muster/app/say"
)

// AccessibilityLabel returns what the list is.
func (l *ledgerList) AccessibilityLabel() string { return say.Text("Ledger") }

// AccessibilityRole says that this holds others.
func (l *ledgerList) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// AccessibilityRole says that this can be set.
func (s *slider) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }
