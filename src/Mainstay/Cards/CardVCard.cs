using System.Text;
using Mainstay.Formats;
using Mainstay.People;

namespace Mainstay.Cards;

/// <summary>A card as an address book takes it: what stands on it, and nothing that does not. Version 3.0, which every phone reads.</summary>
public static class CardVCard
{
    /// <summary>So many bytes are read from a screen by an ordinary phone; what is longer needs a finer square.</summary>
    public const int MostInSquare = 400;

    private const string NoName = "contact";

    /// <param name="text">What stands on the card.</param>
    /// <param name="notes">What goes into the note: sentences, in the language of who takes it.</param>
    public static string Of(CardText text, IEnumerable<string> notes)
    {
        var card = Short(text);
        if (string.Join('\n', notes) is { Length: > 0 } note) card.Add(new("NOTE", TextValue.Escape(note)));
        return VCardWriter.Text(card);
    }

    /// <summary>Name and how to reach them, for a square that is read without a network.</summary>
    public static string ForSquare(CardText text) => VCardWriter.Text(Short(text));

    /// <summary>How many bytes it is too long to be read well; 0 when it fits.</summary>
    public static int TooLongBy(string vcard) => Math.Max(0, Encoding.UTF8.GetByteCount(vcard) - MostInSquare);

    /// <summary>A name for the file in plain letters: what else stands in a name could be taken for something.</summary>
    public static string FileName(CardText text)
    {
        var plain = new string([.. text.Name.Normalize(NormalizationForm.FormD).Where(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '-').Take(60)]).Trim().Replace(' ', '-');
        return $"{(plain.Any(char.IsAsciiLetterOrDigit) ? plain : NoName)}.vcf";
    }

    private static VCard Short(CardText text)
    {
        var card = PersonVCard.Patch(new VCard(VCardVersion.V30, [new("VERSION", "3.0")]), new()
        {
            Name = text.Name, Pronouns = text.Pronouns, Emails = One(text.Mail), Phones = One(text.Phone), Links = [.. text.Links.Select(l => new Labelled(l))],
        });
        if (text.Organization is { } at) card.Add(new("ORG", TextValue.EscapePart(at)));
        if (text.Headline is { } does) card.Add(new("TITLE", TextValue.Escape(does)));
        return card;
    }

    private static Labelled[] One(string? value) => value is null ? [] : [new(value)];
}
