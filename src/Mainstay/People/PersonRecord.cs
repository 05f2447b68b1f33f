using Mainstay.Words;

namespace Mainstay.People;

/// <summary>Everything all rooms know of one person: what the letter is made of, at every door.</summary>
public sealed record PersonRecord(Person Person, PersonDetails Details, string? Through, ListedPerson Listed, IReadOnlyList<PersonPart> Parts)
{
    /// <summary>Of which kinds of rows there are any of the person, of those that were looked for.</summary>
    public IReadOnlySet<Type> Kept { get; init; } = new HashSet<Type>();

    /// <summary>Sentences: how we met, and how it stands between us.</summary>
    public IReadOnlyList<Reason> Letter => [.. PersonLetter.Of(Details, Through), .. Parts.Where(p => p.Heading is null).SelectMany(p => p.Lines)];

    /// <summary>"mentor · US Navy · “Amazing” · she/her · it is 9:40 there".</summary>
    public string Beside(DateTimeOffset now, DateOnly today)
    {
        var there = Details.TimeZone is { } zone && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) ? Speech.Say("People.TimeThere", TimeZoneInfo.ConvertTime(now, found)) : null;
        string?[] words = [string.Join(", ", Details.Roles.RolesOn(today).Select(r => PersonWords.Role(r).InWords())), .. Parts.Select(p => p.Beside), Details.Nickname is { } nick ? Speech.Say("Words.Quoted", nick) : null, Details.Pronouns, there];
        return string.Join(" · ", words.Where(w => !string.IsNullOrEmpty(w)));
    }
}
