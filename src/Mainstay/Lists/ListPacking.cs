using System.Buffers.Binary;
using System.Text;
using Mainstay.Rhythm;

namespace Mainstay.Lists;

/// <summary>Lines of a list, with the words they share; each word knows its place among them.</summary>
public sealed record ListBlock(IReadOnlyList<ListWord> Words, IReadOnlyList<ListLine> Lines)
{
    /// <summary>All of these as one, each word once.</summary>
    public static ListBlock Of(IEnumerable<ListBlock> blocks)
    {
        var (words, lines) = (new Dictionary<ListWord, ListWord>(), new List<ListLine>());
        foreach (var block in blocks)
        {
            foreach (var word in block.Words) words.TryAdd(word, word with { At = words.Count });
            foreach (var line in block.Lines) lines.Add(line with { Words = [.. line.Words.Select(w => words[w])] });
        }
        return new([.. words.Values], lines);
    }
}

/// <summary>Many lines in few bytes: the words once, then each person in about sixty.</summary>
public static class ListPacking
{
    /// <summary>Grows when lines are packed or derived otherwise than before; every list is then built anew.</summary>
    public const int Version = 2;

    public static byte[] Pack(IReadOnlyList<ListLine> lines)
    {
        var (writer, places) = (new Writer(), new Dictionary<ListWord, int>());
        foreach (var word in lines.SelectMany(l => l.Words)) places.TryAdd(word, places.Count);
        writer.Number(places.Count);
        foreach (var word in places.Keys) Write(writer, word);
        writer.Number(lines.Count);
        foreach (var line in lines)
        {
            Write(writer, line);
            writer.Number(line.Words.Count);
            foreach (var word in line.Words) writer.Number(places[word]);
        }
        return writer.ToArray();
    }

    public static ListBlock Unpack(ReadOnlySpan<byte> packed)
    {
        var reader = new Reader(packed);
        var words = new ListWord[reader.Number()];
        for (var i = 0; i < words.Length; i++) words[i] = new((Facet)reader.Number(), reader.Text(), reader.Text(), reader.Day(), reader.Day()) { At = i };
        var lines = new ListLine[reader.Number()];
        for (var i = 0; i < lines.Length; i++) lines[i] = Line(ref reader, words);
        return new(words, lines);
    }

    private static void Write(Writer writer, ListWord word)
    {
        writer.Number((int)word.Facet);
        writer.Text(word.Normal);
        writer.Text(word.Name);
        writer.Day(word.Since);
        writer.Day(word.Until);
    }

    private static void Write(Writer writer, ListLine line)
    {
        writer.Id(line.Id);
        writer.Text(line.SortKey);
        writer.Long(line.AddedAt.Ticks);
        writer.Number((int)line.Layer << 2 | (line.IsOver ? 2 : 0) | (line.IsPaused ? 1 : 0));
        writer.Day(line.PausedUntil);
        writer.Day(line.LastTouchOn);
        writer.Number(line.Cadence ?? 0);
        writer.Day(line.Since);
        writer.Long(BitConverter.DoubleToInt64Bits(line.Strength));
        writer.Day(line.StrengthOn);
    }

    private static ListLine Line(ref Reader reader, ListWord[] words)
    {
        var (id, key, added, state) = (reader.Id(), reader.Text(), reader.Long(), reader.Number());
        return new()
        {
            Id = id,
            SortKey = key,
            AddedAt = new(added, DateTimeKind.Utc),
            Layer = (Layer)(state >> 2),
            IsOver = (state & 2) != 0,
            IsPaused = (state & 1) != 0,
            PausedUntil = reader.Day(),
            LastTouchOn = reader.Day(),
            Cadence = reader.Number() is > 0 and var days ? days : null,
            Since = reader.Day() ?? default,
            Strength = BitConverter.Int64BitsToDouble(reader.Long()),
            StrengthOn = reader.Day() ?? default,
            Words = Words(ref reader, words),
        };
    }

    private static ListWord[] Words(ref Reader reader, ListWord[] words)
    {
        var own = new ListWord[reader.Number()];
        for (var i = 0; i < own.Length; i++) own[i] = words[reader.Number()];
        return own;
    }

    private sealed class Writer
    {
        private byte[] bytes = new byte[4096];
        private int length;

        public void Number(int number)
        {
            Room(5);
            for (var rest = (uint)number; ; rest >>= 7)
            {
                bytes[length++] = (byte)(rest < 0x80 ? rest : rest | 0x80);
                if (rest < 0x80) return;
            }
        }

        public void Long(long number)
        {
            Room(8);
            BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(length), number);
            length += 8;
        }

        /// <summary>0 for none, else one more than its number: the first of all days is a day too.</summary>
        public void Day(DateOnly? day) => Number(day is { } known ? known.DayNumber + 1 : 0);

        public void Id(Guid id)
        {
            Room(16);
            id.TryWriteBytes(bytes.AsSpan(length), true, out _);
            length += 16;
        }

        public void Text(string text)
        {
            var most = Encoding.UTF8.GetMaxByteCount(text.Length);
            Number(Encoding.UTF8.GetByteCount(text));
            Room(most);
            length += Encoding.UTF8.GetBytes(text, bytes.AsSpan(length));
        }

        public byte[] ToArray() => bytes.AsSpan(0, length).ToArray();

        private void Room(int more)
        {
            if (length + more > bytes.Length) Array.Resize(ref bytes, Math.Max(bytes.Length * 2, length + more));
        }
    }

    private ref struct Reader(ReadOnlySpan<byte> packed)
    {
        private ReadOnlySpan<byte> rest = packed;

        public int Number()
        {
            var (number, shift) = (0u, 0);
            for (var at = 0; ; at++, shift += 7)
            {
                number |= (uint)(rest[at] & 0x7F) << shift;
                if (rest[at] >= 0x80) continue;
                rest = rest[(at + 1)..];
                return (int)number;
            }
        }

        public long Long()
        {
            var number = BinaryPrimitives.ReadInt64LittleEndian(rest);
            rest = rest[8..];
            return number;
        }

        public DateOnly? Day() => Number() is > 0 and var number ? DateOnly.FromDayNumber(number - 1) : null;

        public Guid Id()
        {
            var id = new Guid(rest[..16], true);
            rest = rest[16..];
            return id;
        }

        public string Text()
        {
            var length = Number();
            var text = Encoding.UTF8.GetString(rest[..length]);
            rest = rest[length..];
            return text;
        }
    }
}
