package window

import "fyne.io/fyne/v2"

var _ = []fyne.Accessible{
	(*text)(nil), (*prose)(nil), (*bigFigure)(nil), (*sidebarItem)(nil), (*switcher)(nil), (*mark)(nil), (*option)(nil),
}
