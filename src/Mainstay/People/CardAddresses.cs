using Mainstay.Formats;

namespace Mainstay.People;

/// <summary>ADR.</summary>
internal static class CardAddresses
{
    public static readonly CardAspect<AddressDetails> All = new(
        ["ADR"],
        card => card.All("ADR").Select(p => (p, Read(card, p))).Where(p => IsFilled(p.Item2)),
        (address, _) => CardLabels.Labelled("ADR", Raw(address), address.Label));

    private static AddressDetails Read(VCard card, VCardProperty property) =>
        new(CardLabels.Of(card, property), Part(property, 2), Part(property, 3), Part(property, 5), Part(property, 6)) { PoBox = Part(property, 0), Extended = Part(property, 1), Region = Part(property, 4) };

    private static string Raw(AddressDetails a) =>
        string.Join(';', new[] { a.PoBox, a.Extended, a.Street, a.City, a.Region, a.PostalCode, a.Country }.Select(p => TextValue.EscapePart(p ?? "")));

    private static bool IsFilled(AddressDetails a) => new[] { a.PoBox, a.Extended, a.Street, a.City, a.Region, a.PostalCode, a.Country }.Any(p => p is not null);

    private static string? Part(VCardProperty property, int index) => property.ComponentText(index, ", ").Trim() is { Length: > 0 } text ? text : null;
}
