using Mainstay.Words;

namespace Mainstay.Cards;

/// <summary>Cards in words.</summary>
internal static class CardWords
{
    public static string Href(Guid id) => $"/cards/{id}";

    public static IEnumerable<CardTime> Times => Enum.GetValues<CardTime>();

    public static Reason Time(CardTime time) => new($"Cards.Time{time}");

    /// <summary>What an address book gets beside name and addresses, in the language of who takes it.</summary>
    public static IEnumerable<string> Notes(CardText text)
    {
        if (text.Pitch is { } pitch) yield return pitch;
        if (text.Seeks is { } seeks) yield return Speech.Say("Cards.NoteSeeks", InOneLine(seeks));
        if (text.Offers is { } offers) yield return Speech.Say("Cards.NoteOffers", InOneLine(offers));
    }

    private static string InOneLine(string text) => string.Join("; ", CardText.Lines(text));
}
