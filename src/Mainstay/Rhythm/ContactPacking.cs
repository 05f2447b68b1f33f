using System.Buffers.Binary;
using Mainstay.Algorithms.Series;

namespace Mainstay.Rhythm;

/// <summary>A person's contact days as bytes and back, to the bit: two or three bytes a day for touches between two.</summary>
/// <remarks>
/// A version, then for each day: the days since the one before, seven bits a byte; a byte that says which weight it has (a kind's,
/// or one written out) and whether in and out are nothing, that same weight, or written out; then what is written out.
/// </remarks>
public static class ContactPacking
{
    private const byte Version = 1;
    private const int WrittenOut = 7, Nothing = 0, Same = 1, Other = 2;

    private static readonly double[] Weights = [.. Enum.GetValues<TouchKind>().Select(Strength.WeightOf)];

    public static byte[] Pack(ReadOnlySpan<ContactDay> days)
    {
        var bytes = new List<byte>(1 + 3 * days.Length + 3) { Version };
        var before = 0;
        foreach (ref readonly var day in days)
        {
            WriteDays(bytes, (int)day.Day - before);
            before = (int)day.Day;
            WriteWeights(bytes, day);
        }
        return [.. bytes];
    }

    public static ContactDay[] Unpack(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty) return [];
        if (bytes[0] != Version) throw new InvalidOperationException("Contact days are packed in a way this program does not know.");
        var days = new List<ContactDay>(bytes.Length / 2);
        var at = 1;
        for (var day = 0; at < bytes.Length;)
        {
            day += ReadDays(bytes, ref at);
            int how = bytes[at++];
            var weight = (how & 7) == WrittenOut ? ReadNumber(bytes, ref at) : Weights[how & 7];
            var coming = ReadSide(bytes, ref at, (how >> 3) & 3, weight);
            days.Add(new(day, weight, coming, ReadSide(bytes, ref at, (how >> 5) & 3, weight)));
        }
        return [.. days];
    }

    private static void WriteWeights(List<byte> bytes, in ContactDay day)
    {
        var kind = Array.IndexOf(Weights, day.Weight);
        var (coming, going) = (SideOf(day.In, day.Weight), SideOf(day.Out, day.Weight));
        bytes.Add((byte)((kind < 0 ? WrittenOut : kind) | coming << 3 | going << 5));
        if (kind < 0) WriteNumber(bytes, day.Weight);
        if (coming == Other) WriteNumber(bytes, day.In);
        if (going == Other) WriteNumber(bytes, day.Out);
    }

    private static int SideOf(double side, double weight) => side == 0 ? Nothing : side == weight ? Same : Other;

    private static double ReadSide(ReadOnlySpan<byte> bytes, ref int at, int how, double weight) =>
        how switch { Nothing => 0, Same => weight, _ => ReadNumber(bytes, ref at) };

    private static void WriteDays(List<byte> bytes, int days)
    {
        for (; days > 127; days >>= 7) bytes.Add((byte)(days & 127 | 128));
        bytes.Add((byte)days);
    }

    private static int ReadDays(ReadOnlySpan<byte> bytes, ref int at)
    {
        var (days, shift) = (0, 0);
        for (; bytes[at] > 127; shift += 7) days |= (bytes[at++] & 127) << shift;
        return days | bytes[at++] << shift;
    }

    private static void WriteNumber(List<byte> bytes, double number)
    {
        Span<byte> eight = stackalloc byte[8];
        BinaryPrimitives.WriteDoubleLittleEndian(eight, number);
        bytes.AddRange(eight);
    }

    private static double ReadNumber(ReadOnlySpan<byte> bytes, ref int at)
    {
        var number = BinaryPrimitives.ReadDoubleLittleEndian(bytes[at..]);
        at += 8;
        return number;
    }
}
