using System.Buffers;

namespace Mainstay.Algorithms.Text;

/// <summary>
/// Folded text under way, with the place in the original of each of its units. Puts voicing marks and Hangul letters that
/// arrive apart back onto what stands ahead of them. Its arrays are rented: dispose it once.
/// </summary>
internal ref struct FoldWriter
{
    private char[] units;
    private int[] origins;
    private int length, room;

    public FoldWriter(int capacity)
    {
        units = ArrayPool<char>.Shared.Rent(capacity);
        origins = ArrayPool<int>.Shared.Rent(capacity);
        room = Math.Min(units.Length, origins.Length);
    }

    public readonly int Length => length;

    public readonly ReadOnlySpan<char> Text => units.AsSpan(0, length);

    /// <summary>Where in the original the unit at <paramref name="index"/> came from.</summary>
    public readonly int Origin(int index) => origins[index];

    public void Clear() => length = 0;

    public void Append(int codePoint, int origin)
    {
        if (!CodePoints.FoldsToOne(codePoint, out var unit)) AppendSeveral(codePoint, origin);
        else if (unit < 0x1161 && Length < room) Put(unit, origin);
        else Append(unit, origin);
    }

    public void Dispose()
    {
        ArrayPool<char>.Shared.Return(units);
        ArrayPool<int>.Shared.Return(origins);
        (units, origins, length, room) = ([], [], 0, 0);
    }

    private void Append(char unit, int origin)
    {
        if (unit >= 0x1161 && Length > 0 && Combined(units[Length - 1], unit) is var combined and not '\0')
        {
            units[Length - 1] = combined;
            return;
        }
        if (Length >= room) Grow();
        Put(unit, origin);
    }

    private void AppendSeveral(int codePoint, int origin)
    {
        foreach (var each in CodePoints.FoldsTo(codePoint)) Append(each, origin);
    }

    private void Put(char unit, int origin)
    {
        units[length] = unit;
        origins[length++] = origin;
    }

    private void Grow()
    {
        Grow(ref units, Length);
        Grow(ref origins, Length);
        room = Math.Min(units.Length, origins.Length);
    }

    private static void Grow<T>(ref T[] array, int used)
    {
        var larger = ArrayPool<T>.Shared.Rent(2 * used);
        Array.Copy(array, larger, used);
        ArrayPool<T>.Shared.Return(array);
        array = larger;
    }

    /// <summary>The one unit that both together are, or 0. Hangul: The Unicode Standard, section 3.12.</summary>
    private static char Combined(char before, char unit) => unit switch
    {
        >= '\u1161' and <= '\u1175' when before is >= '\u1100' and <= '\u1112' => (char)(0xAC00 + ((before - 0x1100) * 21 + (unit - 0x1161)) * 28),
        >= '\u11A8' and <= '\u11C2' when before is >= '\uAC00' and <= '\uD7A3' && (before - 0xAC00) % 28 == 0 => (char)(before + (unit - 0x11A7)),
        '\u3099' when before == 'う' => 'ゔ',
        '\u3099' when "かきくけこさしすせそたちつてとはひふへほゝ".Contains(before) => (char)(before + 1),
        '\u309A' when "はひふへほ".Contains(before) => (char)(before + 2),
        _ => '\0',
    };
}
