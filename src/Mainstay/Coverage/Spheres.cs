using Mainstay.Algorithms.Text;

namespace Mainstay.Coverage;

/// <summary>Gathers from a person's roles, organization, title and how we met from which part of life they are known, and how senior they are. Words in English and German; what they do not say stays unsaid.</summary>
internal static class Spheres
{
    private static readonly (Sphere Sphere, string[] Words)[] ByRole =
    [
        (Sphere.FamilyAndFriends, ["friend", "freund", "freundin", "family", "familie", "spouse", "parent", "sibling"]),
        (Sphere.Work, ["colleague", "kollege", "kollegin", "boss", "manager", "employee", "client", "customer", "kunde", "kundin", "partner", "partnerin", "supplier"]),
        (Sphere.Education, ["teacher", "lehrer", "lehrerin", "professor", "professorin", "classmate", "alumni", "student"]),
    ];

    private static readonly (Sphere Sphere, string[] Words)[] ByPlace =
    [
        (Sphere.Education, ["university", "universitat", "school", "schule", "college", "institute", "academy", "studied", "studium", "class", "kurs", "course"]),
        (Sphere.IndustryBody, ["association", "chamber", "guild", "federation", "verband", "kammer", "conference", "konferenz", "forum", "fair", "messe", "panel", "summit"]),
        (Sphere.Community, ["meetup", "community", "circle", "cohort", "accelerator", "coworking", "table", "group", "gruppe", "kreis", "verein", "makers", "choir", "chor", "club", "programme", "program"]),
        (Sphere.Work, ["customer", "client", "kunde", "project", "projekt", "pilot", "built", "office"]),
    ];

    private static readonly (string Level, string[] Words)[] ByTitle =
    [
        ("Senior", ["chief", "ceo", "cto", "cfo", "coo", "founder", "cofounder", "owner", "partner", "president", "director", "head", "vp", "professor", "principal", "geschaftsfuhrer", "geschaftsfuhrerin", "grunder", "grunderin", "inhaber", "inhaberin", "leiter", "leiterin", "direktor", "direktorin"]),
        ("Early", ["junior", "trainee", "intern", "student", "assistant", "apprentice", "praktikant", "praktikantin", "azubi", "assistent", "assistentin"]),
    ];

    public static Sphere Of(IEnumerable<string> roles, string? organization, string? howMet)
    {
        var role = First(ByRole, roles);
        var place = First(ByPlace, [howMet ?? "", organization ?? ""]);
        return role ?? place ?? (string.IsNullOrWhiteSpace(organization) ? Sphere.Other : Sphere.Work);
    }

    /// <summary>"Senior", "Early" or, with any other title, "Middle"; null without a title.</summary>
    public static string? Seniority(string? title)
    {
        if (string.IsNullOrWhiteSpace(title)) return null;
        var words = Words(title);
        return ByTitle.Where(t => t.Words.Any(words.Contains)).Select(t => t.Level).FirstOrDefault() ?? "Middle";
    }

    private static Sphere? First((Sphere Sphere, string[] Words)[] table, IEnumerable<string> texts)
    {
        foreach (var text in texts)
        {
            var words = Words(text);
            foreach (var (sphere, known) in table)
                if (known.Any(words.Contains)) return sphere;
        }
        return null;
    }

    private static HashSet<string> Words(string text) => [.. Tokens.ForQuery(text)];
}
