using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Lists;

/// <summary>A list of people the owner wants to find again: what it is narrowed by, and how it is sorted, under a name.</summary>
public sealed class SavedView : IOwned
{
    public const int LongestName = 60, Most = 50, DaysKept = 30;

    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Name { get; set; }

    /// <summary>The folded name: no two views answer to the same.</summary>
    public required string NameNormal { get; set; }

    /// <summary>What is wanted, as <see cref="PeopleWanted.Text"/> writes it.</summary>
    public required string Wanted { get; set; }

    public DateTime CreatedAt { get; init; }

    /// <summary>When it was deleted; it can be taken back for 30 days.</summary>
    public DateTime? DeletedAt { get; set; }

    public PeopleWanted People => PeopleWanted.OfText(Wanted);

    /// <summary>What is wrong with a name.</summary>
    public static Problems Check(string name) => new Problems()
        .When(PersonNames.Key(name).Length == 0, "name", "Lists.ViewNeedsName")
        .When(name.Trim().Length > LongestName, "name", "Lists.ViewNameTooLong", LongestName);
}
