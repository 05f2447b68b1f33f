using System.Globalization;
using Mainstay.Words;

namespace Mainstay.People;

/// <summary>What cannot be kept as it was typed, field by field.</summary>
public static class PersonCheck
{
    public const int LongestName = 500, LongestValue = 2_000, LongestNotes = 200_000, MostDetails = 500, LargestPhoto = 10_000_000;

    public static Problems Check(this PersonDetails person)
    {
        var problems = new Problems();
        problems.When(PersonNames.Shown(person).Length == 0, "name", "People.NameMissing");
        problems.When(PersonNames.Shown(person).Length > LongestName, "name", "People.TooLong", LongestName);
        problems.When(person.Notes?.Length > LongestNotes, "notes", "People.TooLong", LongestNotes);
        problems.When(person.TimeZone is { } zone && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _), "timeZone", "People.UnknownZone", person.TimeZone);
        problems.When(person.MetOn is { } met && !IsPartialDate(met), "metOn", "People.NotADate", person.MetOn);
        problems.When(person.Photo?.Bytes.Length > LargestPhoto, "photo", "People.PhotoTooLarge", LargestPhoto / 1_000_000);
        CheckEmails(person, problems);
        CheckDates(person, problems);
        CheckRoles(person, problems);
        CheckAmounts(person, problems);
        return problems;
    }

    /// <summary>A date that may lack day, or day and month: <c>2024</c>, <c>2024-03</c>, <c>2024-03-09</c>.</summary>
    public static bool IsPartialDate(string text) =>
        DateOnly.TryParseExact(text, ["yyyy-MM-dd", "yyyy-MM", "yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static void CheckEmails(PersonDetails person, Problems problems)
    {
        foreach (var email in person.Emails)
            problems.When(Contacts.Email(email.Value) is null, "emails", "People.NotAnEmail", email.Value);
    }

    private static void CheckDates(PersonDetails person, Problems problems)
    {
        foreach (var date in person.Dates)
            problems.When(!IsADay(date), "dates", "People.NotADate", Contacts.DateText(date));
    }

    public static bool IsADay(DateDetails date) => (date.Year, date.Month, date.Day) switch
    {
        (null, null, _) or (_, null, not null) or (null, _, null) => false,
        ({ } year, null, null) => year is >= 1 and <= 9999,
        ({ } year, { } month, null) => year is >= 1 and <= 9999 && month is >= 1 and <= 12,
        // 29 February without a year is somebody's birthday.
        ({ } or null, { } month, { } day) => (date.Year ?? 2000) is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(date.Year ?? 2000, month),
    };

    private static void CheckRoles(PersonDetails person, Problems problems)
    {
        foreach (var role in person.Roles)
        {
            problems.When(Texts.FilledLine(role.Name) is null, "roles", "People.RoleMissing");
            problems.When(role.Since > role.Until, "roles", "People.EndsBeforeItBegins", role.Name);
        }
    }

    private static void CheckAmounts(PersonDetails person, Problems problems)
    {
        var lists = new (string Field, int Count)[]
        {
            ("emails", person.Emails.Count), ("phones", person.Phones.Count), ("links", person.Links.Count), ("chats", person.Chats.Count),
            ("addresses", person.Addresses.Count), ("dates", person.Dates.Count), ("labels", person.Labels.Count), ("topics", person.Topics.Count),
            ("roles", person.Roles.Count), ("relations", person.Relations.Count), ("fields", person.Fields.Count),
        };
        foreach (var (field, count) in lists) problems.When(count > MostDetails, field, "People.TooMany", MostDetails);
        foreach (var value in person.Emails.Concat(person.Phones).Concat(person.Links).Concat(person.Chats))
            problems.When(value.Value.Length > LongestValue, "contacts", "People.TooLong", LongestValue);
    }
}
