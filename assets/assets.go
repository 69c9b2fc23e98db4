// Package assets holds what is built into the program: the icon, the
// populations that shares are taken of, and the example campaigns.
package assets

import _ "embed"

//go:embed icon.png
var icon []byte

// Icon returns the program's icon, a PNG of 512 by 512 pixels.
func Icon() []byte { return icon }
