namespace Mainstay.Formats;

/// <summary>What a table reader refuses, and says so. All inclusive.</summary>
public sealed record CsvLimits
{
    /// <summary>Columns of one row.</summary>
    public int Columns { get; init; } = 2_000;

    /// <summary>Bytes of one field, as UTF-8.</summary>
    public int FieldBytes { get; init; } = 1_000_000;

    /// <summary>Bytes of one row, as UTF-8; enforced to within the size of the read buffer.</summary>
    public int RowBytes { get; init; } = 20_000_000;

    /// <summary>Bytes of one file. 2 GB.</summary>
    public long FileBytes { get; init; } = 2_000_000_000;

    /// <summary>How many problems are kept, and how many notes beside them; one more of each says that there were more. Why the rest was not read is always among them.</summary>
    public int Problems { get; init; } = 10_000;

    public static CsvLimits Default { get; } = new();
}
