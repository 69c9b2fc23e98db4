package pack

func init() { workFactor = 10 } // a try at a passphrase costs a second otherwise

// MaxUnpacked returns how much a pack of a size may unpack to.
func MaxUnpacked(size int64) int64 { return freeUnpacked + maxRatio*size }
