using Mainstay.Words;

namespace Mainstay.People;

/// <summary>Details from elsewhere, cut down to what can be kept; what had to go is said.</summary>
public static class PersonFit
{
    public static PersonDetails Keepable(this PersonDetails person, Problems leftOut)
    {
        var fit = person with
        {
            Name = Cut(person.Name, "name", PersonCheck.LongestName, leftOut) ?? "",
            Notes = Cut(person.Notes, "notes", PersonCheck.LongestNotes, leftOut),
            TimeZone = Kept(person.TimeZone, z => TimeZoneInfo.TryFindSystemTimeZoneById(z, out _), "timeZone", "People.UnknownZone", leftOut),
            MetOn = Kept(person.MetOn, PersonCheck.IsPartialDate, "metOn", "People.NotADate", leftOut),
            Emails = Several(Values(person.Emails, "emails", leftOut).Where(e => Sieve(Contacts.Email(e.Value) is not null, "emails", "People.NotAnEmail", e.Value, leftOut)), "emails", leftOut),
            Phones = Several(Values(person.Phones, "phones", leftOut), "phones", leftOut),
            Links = Several(Values(person.Links, "links", leftOut), "links", leftOut),
            Chats = Several(Values(person.Chats, "chats", leftOut), "chats", leftOut),
            Addresses = Several(person.Addresses, "addresses", leftOut),
            Dates = Several(person.Dates.Where(d => IsADay(d, leftOut)), "dates", leftOut),
            Labels = Several(person.Labels, "labels", leftOut),
            Topics = Several(person.Topics, "topics", leftOut),
            Languages = Several(person.Languages, "languages", leftOut),
            Roles = Several(person.Roles.Where(r => Sieve(r.Until is null || r.Since is null || r.Since <= r.Until, "roles", "People.EndsBeforeItBegins", r.Name, leftOut)), "roles", leftOut),
            Relations = Several(person.Relations, "relations", leftOut),
            Fields = Several(person.Fields, "fields", leftOut),
        };
        return PersonNames.Shown(fit).Length <= PersonCheck.LongestName ? fit : fit with { Name = PersonNames.Shown(fit)[..PersonCheck.LongestName] };
    }

    private static IEnumerable<Labelled> Values(IReadOnlyList<Labelled> values, string field, Problems leftOut)
    {
        foreach (var value in values)
            if (value.Value.Length <= PersonCheck.LongestValue) yield return value;
            else leftOut.Add(field, "People.TooLong", PersonCheck.LongestValue);
    }

    private static List<T> Several<T>(IEnumerable<T> values, string field, Problems leftOut)
    {
        var all = values.ToList();
        if (all.Count <= PersonCheck.MostDetails) return all;
        leftOut.Add(field, "People.TooMany", PersonCheck.MostDetails);
        return all[..PersonCheck.MostDetails];
    }

    private static string? Cut(string? text, string field, int most, Problems leftOut)
    {
        if (text is null || text.Length <= most) return text;
        leftOut.Add(field, "People.TooLong", most);
        return text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
    }

    private static bool IsADay(DateDetails date, Problems leftOut)
    {
        if (PersonCheck.IsADay(date)) return true;
        leftOut.Add(new("dates", new("People.NotADate", Contacts.DateText(date))) { Heading = PersonSections.Kind(date.Kind) });
        return false;
    }

    private static string? Kept(string? text, Func<string, bool> isFine, string field, string key, Problems leftOut) =>
        string.IsNullOrWhiteSpace(text) || Sieve(isFine(text), field, key, text, leftOut) ? text : null;

    private static bool Sieve(bool isFine, string field, string key, string value, Problems leftOut)
    {
        if (!isFine) leftOut.Add(field, key, value);
        return isFine;
    }
}
