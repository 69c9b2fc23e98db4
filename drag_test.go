package main_test

import (
	"net/url"
	"testing"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

// drag is the side of a drag that offers a file, by the protocol that file
// managers speak: https://freedesktop.org/wiki/Specifications/XDND
type drag struct {
	t          testing.TB
	conn       *xgb.Conn
	from, over xproto.Window
	files      string // as a list of URIs
	atoms      map[string]xproto.Atom
}

// drop drops a file on the middle of the window, and returns once the window
// has taken it.
func (r *running) drop(path string) {
	r.t.Helper()
	d := &drag{
		t: r.t, conn: r.conn, over: r.id, atoms: map[string]xproto.Atom{},
		files: (&url.URL{Scheme: "file", Path: path}).String() + "\r\n",
	}
	d.begin(r.root)
	const version, copied = 5, "XdndActionCopy"
	d.tell("XdndEnter", version<<24, uint32(d.atom("text/uri-list")))
	d.tell("XdndPosition", 0, uint32(r.width/2)<<16|uint32(r.height/2), xproto.TimeCurrentTime, uint32(d.atom(copied)))
	if status := d.wait("XdndStatus"); status[1]&1 == 0 {
		r.t.Fatal("the window does not accept files")
	}
	d.tell("XdndDrop", 0, xproto.TimeCurrentTime)
	if finished := d.wait("XdndFinished"); finished[1] == 0 { // GLFW says how many bytes it took
		r.t.Fatal("the window did not take the file")
	}
	xproto.DestroyWindow(r.conn, d.from)
}

// begin makes the window that the file is dragged from.
func (d *drag) begin(root xproto.Window) {
	d.t.Helper()
	from, err := xproto.NewWindowId(d.conn)
	if err != nil {
		d.t.Fatal(err)
	}
	d.from = from
	err = xproto.CreateWindowChecked(d.conn, 0, from, root, 0, 0, 1, 1, 0, xproto.WindowClassInputOnly, 0, 0, nil).Check()
	if err == nil {
		err = xproto.SetSelectionOwnerChecked(d.conn, from, d.atom("XdndSelection"), xproto.TimeCurrentTime).Check()
	}
	if err != nil {
		d.t.Fatal(err)
	}
}

// atom returns the server's number of a name.
func (d *drag) atom(name string) xproto.Atom {
	d.t.Helper()
	if known, ok := d.atoms[name]; ok {
		return known
	}
	reply, err := xproto.InternAtom(d.conn, false, uint16(len(name)), name).Reply()
	if err != nil {
		d.t.Fatal(err)
	}
	d.atoms[name] = reply.Atom
	return reply.Atom
}

// tell sends the window a message.
func (d *drag) tell(what string, more ...uint32) {
	data := make([]uint32, 5)
	data[0] = uint32(d.from)
	copy(data[1:], more)
	d.send(d.over, xproto.ClientMessageEvent{
		Format: 32, Window: d.over, Type: d.atom(what), Data: xproto.ClientMessageDataUnionData32New(data),
	}.Bytes())
}

func (d *drag) send(to xproto.Window, event []byte) {
	d.t.Helper()
	if err := xproto.SendEventChecked(d.conn, false, to, 0, string(event)).Check(); err != nil {
		d.t.Fatal(err)
	}
}

// wait waits for a message of the window, and hands the file over when the
// window asks for it.
func (d *drag) wait(what string) (data []uint32) {
	d.t.Helper()
	eventually(d.t, patience, what, func() bool {
		event, err := d.conn.PollForEvent()
		if err != nil {
			d.t.Fatal(err)
		}
		switch e := event.(type) {
		case xproto.SelectionRequestEvent:
			d.handOver(e)
		case xproto.ClientMessageEvent:
			data = e.Data.Data32
			return e.Type == d.atom(what)
		}
		return false
	})
	return data
}

// handOver gives the window the list of files.
func (d *drag) handOver(e xproto.SelectionRequestEvent) {
	xproto.ChangeProperty(d.conn, xproto.PropModeReplace, e.Requestor, e.Property, e.Target, 8, uint32(len(d.files)), []byte(d.files))
	d.send(e.Requestor, xproto.SelectionNotifyEvent{
		Time: e.Time, Requestor: e.Requestor, Selection: e.Selection, Target: e.Target, Property: e.Property,
	}.Bytes())
}
