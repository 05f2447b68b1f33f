using Mainstay.Accounts;

namespace Mainstay.Archive;

/// <summary>What an archive says of the space it was written from. Its id stays behind: it names the place, not what is in it.</summary>
internal sealed record ArchivedSpace(string Name, SpaceKind Kind, string TimeZone, string Locale, DateTime CreatedAt);

/// <summary>How many rows of each list an archive has, in the order of the document.</summary>
public sealed record ArchiveContents(IReadOnlyList<ArchiveCount> Lists)
{
    public long this[string name] => Lists.FirstOrDefault(l => l.Name == name)?.Rows ?? 0;
}

public sealed record ArchiveCount(string Name, long Rows);
