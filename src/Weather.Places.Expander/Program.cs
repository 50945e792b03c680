using Weather.Places.Expander;

// A half-written file would look up to date to the next build: it gets its name when it is whole.
string half = $"{args[1]}.{Environment.ProcessId}";
using (FileStream packed = File.OpenRead(args[0]))
using (FileStream expanded = File.Create(half))
{
    PackedColumns.Expand(packed, expanded);
}

File.Move(half, args[1], overwrite: true);
