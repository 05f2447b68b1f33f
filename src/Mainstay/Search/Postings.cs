namespace Mainstay.Search;

/// <summary>
/// Who has a word, in which field, how often; packed for one block of people. Entries rise by person, then field: the
/// step from the entry before as a variable-length number, then the frequency in a byte.
/// </summary>
internal static class Postings
{
    /// <summary>People in a block.</summary>
    public const int Block = 4096;

    private const int FieldBits = 5;

    public static long Key(int number, int field) => ((long)number << FieldBits) | (uint)field;

    public static int Number(long key) => (int)(key >> FieldBits);

    public static int Field(long key) => (int)(key & ((1 << FieldBits) - 1));

    public static PostingReader Read(ReadOnlySpan<byte> packed) => new(packed);

    /// <summary>The entries with the changes applied: sorted by key; frequency 0 takes an entry out. Empty when nothing is left.</summary>
    public static byte[] Merge(ReadOnlySpan<byte> packed, ReadOnlySpan<Posting> changes)
    {
        var writer = new PackWriter(packed.Length + changes.Length * 4);
        var (last, at) = (0L, 0);
        foreach (var posting in Read(packed))
        {
            for (; at < changes.Length && changes[at].Key < posting.Key; at++) Write(ref writer, ref last, changes[at]);
            if (at < changes.Length && changes[at].Key == posting.Key) Write(ref writer, ref last, changes[at++]);
            else Write(ref writer, ref last, posting);
        }
        for (; at < changes.Length; at++) Write(ref writer, ref last, changes[at]);
        return writer.ToArray();
    }

    private static void Write(ref PackWriter writer, ref long last, Posting posting)
    {
        if (posting.Frequency == 0) return;
        writer.Number((ulong)(posting.Key - last));
        writer.Byte(posting.Frequency);
        last = posting.Key;
    }
}

internal readonly record struct Posting(long Key, byte Frequency);

/// <summary>Walks over packed postings.</summary>
internal ref struct PostingReader(ReadOnlySpan<byte> packed)
{
    private ReadOnlySpan<byte> rest = packed;

    public Posting Current { get; private set; }

    public readonly PostingReader GetEnumerator() => this;

    public bool MoveNext()
    {
        if (rest.IsEmpty) return false;
        var key = Current.Key + (long)Packing.Number(ref rest);
        Current = new(key, Packing.Byte(ref rest));
        return true;
    }
}
