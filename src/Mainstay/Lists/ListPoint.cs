using System.Buffers.Binary;
using System.Text;

namespace Mainstay.Lists;

/// <summary>A point in a sorted list, at which a page ends or begins. It stays where it is when people come and go.</summary>
/// <param name="Rank">By what the list is sorted; the smaller comes first.</param>
/// <param name="SortKey">Among those of one rank the order is by name.</param>
/// <param name="Id">Namesakes are told apart by it.</param>
public sealed record ListPoint(long Rank, string SortKey, Guid Id)
{
    private const int Fixed = 24, Longest = 2_000;

    /// <summary>Written so that it fits into an address.</summary>
    public override string ToString()
    {
        var bytes = new byte[Fixed + Encoding.UTF8.GetByteCount(SortKey)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, Rank);
        Id.TryWriteBytes(bytes.AsSpan(8), true, out _);
        Encoding.UTF8.GetBytes(SortKey, bytes.AsSpan(Fixed));
        return Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }

    /// <summary>Null for what is no point.</summary>
    public static ListPoint? Of(string? text)
    {
        if (string.IsNullOrEmpty(text) || text.Length > Longest) return null;
        var bytes = new byte[text.Length];
        var padded = text.Replace('-', '+').Replace('_', '/') + new string('=', (4 - text.Length % 4) % 4);
        if (!Convert.TryFromBase64String(padded, bytes, out var length) || length < Fixed) return null;
        return new(BinaryPrimitives.ReadInt64BigEndian(bytes), Encoding.UTF8.GetString(bytes, Fixed, length - Fixed), new Guid(bytes.AsSpan(8, 16), true));
    }
}
