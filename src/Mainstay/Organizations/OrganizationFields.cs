using Mainstay.People;
using Mainstay.Words;

namespace Mainstay.Organizations;

/// <summary>What can be said of an organization itself.</summary>
public sealed record OrganizationDetails(string Name, string? Notes = null)
{
    private const int LongestName = 500, LongestNotes = 200_000;

    public Problems Check() => new Problems()
        .When(PersonNames.Key(Name).Length == 0, "name", "Organizations.NameMissing")
        .When(Name.Length > LongestName, "name", "People.TooLong", LongestName)
        .When(Notes?.Length > LongestNotes, "notes", "People.TooLong", LongestNotes);
}

/// <summary>The form of an organization.</summary>
public static class OrganizationFields
{
    public static readonly EditSection<OrganizationDetails> Section = new("organization", new("Organizations.Change"),
    [
        new EditText<OrganizationDetails>(new("name", new("Organizations.Name")), o => o.Name, (o, v) => o with { Name = v ?? "" }),
        new EditText<OrganizationDetails>(new("notes", new("People.Notes")) { Lines = 8, Hint = new("People.MarkdownHint") }, o => o.Notes, (o, v) => o with { Notes = v }),
    ]) { Kept = o => new(Texts.OneLine(o.Name).Trim(), string.IsNullOrWhiteSpace(o.Notes) ? null : o.Notes.Trim()) };
}
