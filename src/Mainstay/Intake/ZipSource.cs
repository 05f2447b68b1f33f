using System.IO.Compression;
using Mainstay.Words;

namespace Mainstay.Intake;

/// <summary>A zip as LinkedIn and others hand it out: whatever in it is recognised is read, the rest is named.</summary>
internal static class ZipSource
{
    private const long LargestContent = 2_000_000_000, SmallEnough = 10_000_000;
    private const string InZip = "Intake.ZipInZip", NotUsed = "Intake.ZipNotUsed";
    private const int MostEntries = 10_000, HighestRatio = 200;

    public static IReadOnlyList<Reading> Open(string name, Func<Stream> open)
    {
        try
        {
            using var zip = new ZipArchive(open());
            var entries = Entries(name, zip);
            var (readings, unused) = (new List<Reading>(), new List<Reason>());
            foreach (var entry in entries)
            {
                var (reading, why) = Recognise(name, entry, open);
                if (reading is not null) readings.Add(reading);
                else unused.Add(new(why, entry));
            }
            if (readings.Count == 0) throw new CannotBeDone(unused.Exists(u => u.Key == InZip) ? "Intake.ZipOnlyZips" : "Intake.ZipHasNothing", name);
            return [.. readings, .. Unused(name, unused)];
        }
        catch (InvalidDataException)
        {
            throw new CannotBeDone("Intake.ZipDamaged", name);
        }
    }

    /// <summary>The files in it, after everything suspicious was refused.</summary>
    private static List<string> Entries(string name, ZipArchive zip)
    {
        if (zip.Entries.Count > MostEntries) throw new CannotBeDone("Intake.ZipTooMany", name, MostEntries);
        if (zip.Entries.FirstOrDefault(e => ClimbsOut(e.FullName)) is { } climber) throw new CannotBeDone("Intake.ZipClimbs", name, climber.FullName);
        if (zip.Entries.Any(e => e.Length > SmallEnough && e.Length / Math.Max(e.CompressedLength, 1) > HighestRatio) || zip.Entries.Sum(e => (decimal)e.Length) > LargestContent)
            throw new CannotBeDone("Intake.ZipBomb", name);
        return [.. zip.Entries.Where(e => e.Name.Length > 0 && !e.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal)).Select(e => e.FullName)];
    }

    private static bool ClimbsOut(string path) => path.Split('/', '\\').Contains("..") || path.StartsWith('/') || path.StartsWith('\\') || (path.Length > 1 && path[1] == ':');

    /// <summary>What an entry is, or else why it is not used.</summary>
    private static (Reading? Reading, string Why) Recognise(string name, string entry, Func<Stream> open)
    {
        try
        {
            return FileSource.Recognise($"{name}/{entry}", () => OpenEntry(name, entry, open), isInZip: true) is [{ Whole: null } reading] ? (reading, "") : (null, NotUsed);
        }
        catch (CannotBeDone no) when (no.Reason.Key is not ("Intake.ZipBomb" or "Intake.ZipDamaged"))
        {
            return (null, no.Reason.Key == InZip ? InZip : NotUsed); // not one of ours: it is named
        }
    }

    private static IEnumerable<Reading> Unused(string name, List<Reason> entries)
    {
        if (entries.Count > 0) yield return new(name, "zip", "zip", _ => entries.Select(e => new Remark(0, e)));
    }

    private static EntryStream OpenEntry(string name, string entry, Func<Stream> open)
    {
        var zip = new ZipArchive(open());
        var found = zip.GetEntry(entry)!;
        return new(found.Open(), found.Length, zip, name);
    }

    /// <summary>Gives no more than was announced, and turns damage into a sentence.</summary>
    private sealed class EntryStream(Stream content, long announced, ZipArchive zip, string name) : Stream
    {
        private long read;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => read; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            try
            {
                var some = content.Read(buffer);
                read += some;
                return read <= announced ? some : throw new CannotBeDone("Intake.ZipBomb", name);
            }
            catch (InvalidDataException)
            {
                throw new CannotBeDone("Intake.ZipDamaged", name);
            }
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                content.Dispose();
                zip.Dispose();
            }
            base.Dispose(disposing);
        }
    }
}
