package campaign

// FigurePledges is the figure of a threshold on the total of pledges. A
// measure's name is the figure of that measure.
const FigurePledges = "pledges"

// Threshold is a target on a figure, perhaps with a deadline.
type Threshold struct {
	Name     string
	Figure   string  // FigurePledges or a measure's name
	Target   float64 // above 0, in the figure's unit
	Deadline Day     // 0 if not set
}

// Measure returns the name of the measure that the threshold counts.
func (t Threshold) Measure() string {
	if t.Figure == FigurePledges {
		return Pledges
	}
	return t.Figure
}
