using Mainstay.Words;
using static Mainstay.Words.Texts;

namespace Mainstay.Cards;

/// <summary>What stands on a card. What is not written is not shown.</summary>
public sealed record CardText
{
    public const int MostLine = 200, MostMail = 254, MostPhone = 50, MostText = 1_000, MostLinks = 5, MostLink = 500;

    public required string Name { get; init; }

    public string? Pronouns { get; init; }

    public string? Headline { get; init; }

    public string? Organization { get; init; }

    public string? Mail { get; init; }

    public string? Phone { get; init; }

    public IReadOnlyList<string> Links { get; init; } = [];

    public string? Pitch { get; init; }

    public string? Seeks { get; init; }

    public string? Offers { get; init; }

    /// <summary>As it is kept: without the space around it, web addresses with their beginning.</summary>
    public CardText Tidy() => new()
    {
        Name = Name.Trim(), Pronouns = Filled(Pronouns), Headline = Filled(Headline), Organization = Filled(Organization), Mail = Filled(Mail), Phone = Filled(Phone),
        Links = [.. Links.Select(Filled).OfType<string>().Select(WebAddress.Whole).Distinct()], Pitch = Several(Pitch), Seeks = Several(Seeks), Offers = Several(Offers),
    };

    public Problems Check()
    {
        var it = Tidy();
        var problems = new Problems().When(it.Name.Length == 0, "name", "Cards.NameMissing");
        foreach (var (field, text) in new[] { ("name", it.Name), ("pronouns", it.Pronouns), ("headline", it.Headline), ("organization", it.Organization) })
            problems.When(text?.Length > MostLine, field, "Cards.TooLong", MostLine).When(HasControl(text), field, "Cards.OneLine");
        foreach (var (field, text) in new[] { ("pitch", it.Pitch), ("seeks", it.Seeks), ("offers", it.Offers) })
            problems.When(text?.Length > MostText, field, "Cards.TooLong", MostText).When(HasControl(text?.Replace("\n", "", StringComparison.Ordinal)), field, "Cards.OddLetters");
        return problems
            .When(it.Mail is { } mail && !IsMail(mail), "mail", "Cards.NotAMail")
            .When(it.Phone is { } phone && !IsPhone(phone), "phone", "Cards.NotAPhone")
            .When(it.Links.Count > MostLinks, "links", "Cards.TooManyLinks", MostLinks)
            .When(it.Links.Any(l => !WebAddress.IsOne(l)), "links", "Cards.NotALink", it.Links.FirstOrDefault(l => !WebAddress.IsOne(l)) is { } odd ? Shortened(odd) : null);
    }

    /// <summary>The lines of a text in which something stands.</summary>
    public static IEnumerable<string> Lines(string? text) => (text ?? "").Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string? Several(string? text) => Filled(text?.ReplaceLineEndings("\n"));

    private static bool HasControl(string? text) => text is not null && text.Any(char.IsControl);

    private static bool IsMail(string mail) => mail.Length <= MostMail && mail.IndexOf('@') is > 0 and var at && at == mail.LastIndexOf('@') && at < mail.Length - 1 && !mail.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || "<>\"(),;:\\?&%".Contains(c));

    private static bool IsPhone(string phone) => phone.Length <= MostPhone && phone.Count(char.IsAsciiDigit) >= 3 && phone.All(c => char.IsAsciiDigit(c) || " +-()/.".Contains(c));

    private static string Shortened(string text) => Texts.Shortened(text, 60);
}
