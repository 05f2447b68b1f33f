using Mainstay.Formats;
using Mainstay.People;

namespace Mainstay.Intake;

/// <summary>Guesses what columns mean: by their names, in English and German, else by what stands in them.</summary>
internal static class ColumnGuess
{
    private static readonly (Meaning Meaning, string[] Names)[] Known =
    [
        (Meaning.GivenName, ["first name", "firstname", "given name", "forename", "vorname", "rufname"]),
        (Meaning.FamilyName, ["last name", "lastname", "family name", "surname", "nachname", "familienname"]),
        (Meaning.Nickname, ["nickname", "spitzname"]),
        (Meaning.Email, ["email", "e-mail", "mail", "email address", "e-mail address", "mailadresse", "e-mail-adresse", "e-mailadresse"]),
        (Meaning.Phone, ["phone", "telephone", "tel", "mobile", "cell", "phone number", "telefon", "telefonnummer", "handy", "mobil", "mobilnummer", "mobiltelefon"]),
        (Meaning.Organization, ["company", "organization", "organisation", "employer", "firma", "unternehmen", "arbeitgeber"]),
        (Meaning.Title, ["title", "job title", "position", "job", "beruf", "funktion"]),
        (Meaning.Role, ["role", "relationship", "relation", "rolle", "beziehung"]),
        (Meaning.Birthday, ["birthday", "birth date", "date of birth", "dob", "geburtstag", "geburtsdatum"]),
        (Meaning.Label, ["tag", "tags", "label", "labels", "group", "groups", "category", "categories", "gruppe", "gruppen", "kategorie", "kategorien", "schlagwort", "schlagworte"]),
        (Meaning.Link, ["website", "web", "url", "link", "linkedin", "profile", "homepage", "webseite", "profil"]),
        (Meaning.Place, ["city", "town", "location", "place", "ort", "stadt", "wohnort"]),
        (Meaning.HowMet, ["how we met", "how met", "met", "kennengelernt"]),
        (Meaning.Notes, ["notes", "note", "comment", "comments", "remarks", "notiz", "notizen", "bemerkung", "bemerkungen", "kommentar"]),
        (Meaning.Name, ["name", "full name", "fullname", "display name", "contact", "person", "who", "vollständiger name", "kontakt", "wer"]),
    ];

    /// <param name="rows">The first rows, all of one width; there is at least one.</param>
    public static TableColumns Of(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var named = rows[0].Select(ByName).ToList();
        var hasHeader = named.Any(m => m is not null) || !rows[0].Any(IsEmail);
        var below = hasHeader ? rows.Skip(1).ToList() : [.. rows];
        return new([.. named.Select((meaning, column) => meaning ?? ByContent([.. below.Select(r => r[column])], hasHeader))], hasHeader);
    }

    private static Meaning? ByName(string name)
    {
        var key = PersonNames.Key(name.Replace('_', ' '));
        foreach (var (meaning, names) in Known)
            if (names.Any(n => PersonNames.Key(n) == key)) return meaning;
        return null;
    }

    private static Meaning ByContent(List<string> cells, bool hasHeader)
    {
        var filled = cells.FindAll(c => c.Length > 0);
        if (filled.Count > 0 && filled.TrueForAll(IsEmail)) return Meaning.Email;
        if (filled.Count > 0 && filled.TrueForAll(c => Uri.TryCreate(c, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")) return Meaning.Link;
        return hasHeader ? Meaning.Field : Meaning.Nothing; // a field needs a name
    }

    private static bool IsEmail(string text) => EmailAddress.Normalise(text) is not null;
}
