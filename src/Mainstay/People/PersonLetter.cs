using Mainstay.Words;

namespace Mainstay.People;

/// <summary>What the record itself says of a person, in sentences; other rooms add theirs.</summary>
public static class PersonLetter
{
    private const int MostTopics = 5;

    /// <param name="person">The record.</param>
    /// <param name="through">The name of the one through whom we met, if anybody.</param>
    public static IReadOnlyList<Reason> Of(PersonDetails person, string? through)
    {
        var letter = new List<Reason>();
        if (person.MetOn is not null || person.MetWhere is not null || through is not null) letter.Add(Met(person, through));
        if (person.HowMet is { } how) letter.Add(new("People.HowMet", Closed(how)));
        if (person.Topics.Count > 0) letter.Add(new("People.KnowsAbout", person.Topics.Take(MostTopics)));
        return letter;
    }

    /// <summary>The roles somebody holds on a day.</summary>
    public static IReadOnlyList<string> RolesOn(this IEnumerable<RoleDetails> roles, DateOnly day) =>
        [.. roles.Where(r => (r.Since is null || r.Since <= day) && (r.Until is null || r.Until >= day)).Select(r => r.Name)];

    /// <summary>"mentor", "mentor, since March 2024 until …".</summary>
    public static Reason InWords(this RoleDetails role) => new("People.RoleHeld", PersonWords.Role(role.Name),
        role.Since is { } since ? new Reason("People.Since", since) : null, role.Until is { } until ? new Reason("People.Until", until) : null);

    private static Reason Met(PersonDetails person, string? through) => new("People.Met",
        person.MetOn is { } on && PersonCheck.IsPartialDate(on) ? PersonDates.When(on) : null,
        person.MetWhere is { } where ? new Reason("People.MetWhere", where) : null,
        through is null ? null : new Reason("People.MetThrough", through));

    private static string Closed(string text) => text[^1] is '.' or '!' or '?' or '…' or '。' ? text : text + ".";
}
