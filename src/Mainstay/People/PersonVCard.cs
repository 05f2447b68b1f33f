using Mainstay.Formats;
using Mainstay.Words;

namespace Mainstay.People;

/// <summary>What a card says of a person, and what of it cannot be kept.</summary>
public sealed record PersonCard(PersonDetails Details, Problems LeftOut);

/// <summary>A relation whose name stands in another card.</summary>
/// <param name="Kind">How they are related.</param>
/// <param name="Identity">The other card's UID, as <c>urn:uuid:…</c>.</param>
public sealed record CardReference(string Kind, string Identity);

/// <summary>A person as a vCard: read from any client's card, written as a new one, or patched onto the one a client gave.</summary>
public static class PersonVCard
{
    public static PersonCard Read(VCard card)
    {
        var (leftOut, present) = (new Problems(), new Present(card));
        var (given, family) = present.Any("X-", "SOUND") ? CardNames.Phonetic(card) : default;
        var (prefix, first, middle, last, suffix) = CardNames.Parts(card);
        var details = new PersonDetails
        {
            Name = CardNames.Formatted(card),
            Prefix = prefix,
            GivenName = first,
            MiddleNames = middle,
            FamilyName = last,
            Suffix = suffix,
            Nickname = present.Any("X-", "NICKNAME") ? CardNames.Nickname(card) : null,
            PhoneticGivenName = given,
            PhoneticFamilyName = family,
            Pronouns = present.Any("X-", "PRONOUNS") ? CardTexts.Pronouns(card) : null,
            TimeZone = present.Any("TZ") ? CardTexts.TimeZone(card, leftOut) : null,
            Notes = present.Any("NOTE") ? CardTexts.Notes(card) : null,
            HowMet = present.Any("X-") ? card.Text(CardTexts.HowMet) : null,
            MetOn = present.Any("X-") ? card.Text(CardTexts.MetOn) : null,
            MetWhere = present.Any("X-") ? card.Text(CardTexts.MetWhere) : null,
            MetThroughName = present.Any("X-") ? card.Text(CardTexts.MetThrough) : null,
            Emails = CardContacts.Emails.Values(card, present),
            Phones = CardContacts.Phones.Values(card, present),
            Links = CardContacts.Links.Values(card, present),
            Chats = CardContacts.Chats.Values(card, present),
            Addresses = CardAddresses.All.Values(card, present),
            Dates = CardDates.All.Values(card, present),
            Labels = present.Any("CATEGORIES") ? CardTexts.List(card, "CATEGORIES") : [],
            Topics = CardTexts.Topics.Values(card, present),
            Languages = CardTexts.Languages.Values(card, present),
            Roles = CardTexts.Roles.Values(card, present),
            Relations = CardRelations.All.Values(card, present),
            Fields = CardTexts.Fields.Values(card, present),
            Photo = present.Any("PHOTO") ? CardPhoto.Read(card, leftOut) : null,
        };
        CardDates.SayUnreadable(card, leftOut);
        return new(details.Keepable(leftOut), leftOut);
    }

    /// <summary>A new card of the person.</summary>
    public static VCard Write(PersonDetails person, string uid, VCardVersion version = VCardVersion.V40)
    {
        var card = new VCard(version, [new("VERSION", version == VCardVersion.V40 ? "4.0" : "3.0"), new("UID", TextValue.Escape(uid))]);
        return Patch(card, person);
    }

    /// <summary>The card changed so that it says what the person is now. What did not change, and what Mainstay has no place for, stays letter by letter.</summary>
    /// <remarks>A card of version 2.1, which is nowhere accepted any more, becomes one of 3.0.</remarks>
    /// <param name="original">The card.</param>
    /// <param name="person">What the person is.</param>
    /// <param name="identityOf">The identity of the card of somebody to whom they are related; null when they have none.</param>
    /// <param name="nameOf">What whoever has the card of an identity is called; null when nobody here has it.</param>
    public static VCard Patch(VCard original, PersonDetails person, Func<Guid, string?>? identityOf = null, Func<string, string?>? nameOf = null)
    {
        var card = original.Version == VCardVersion.V21 ? original.To(VCardVersion.V30) : original.Copy();
        var old = Read(card).Details;
        CardNames.Patch(card, old, person);
        CardTexts.Patch(card, old, person);
        CardContacts.Emails.Patch(card, old.Emails, person.Emails);
        CardContacts.Phones.Patch(card, old.Phones, person.Phones);
        CardContacts.Links.Patch(card, old.Links, person.Links);
        CardContacts.Chats.Patch(card, old.Chats, person.Chats);
        CardAddresses.All.Patch(card, old.Addresses, person.Addresses);
        CardDates.All.Patch(card, old.Dates, person.Dates);
        CardRelations.Patch(card, old.Relations, person.Relations, identityOf ?? (_ => null), nameOf ?? (_ => null));
        CardPhoto.Patch(card, old.Photo, person.Photo);
        return card;
    }

    /// <summary>The card's own identity, which stays the same however often it is exported.</summary>
    public static string? Uid(VCard card) => card.Text("UID") ?? card.Text("X-ABUID") ?? card.Text("X-EVOLUTION-UID");

    /// <summary>An identity, or an address that stands for one, without the scheme before it.</summary>
    public static string Bare(string identity)
    {
        foreach (var scheme in (string[])["urn:uuid:", "mailto:", "tel:"])
            if (identity.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)) return identity[scheme.Length..];
        return identity;
    }

    /// <summary>The name that the card shows; empty when it names nobody.</summary>
    public static string Name(VCard card) => PersonNames.Shown(new PersonDetails { Name = CardNames.Formatted(card) });

    /// <summary>Relations to somebody whom the card calls only by the identity (UID) of another card.</summary>
    public static IEnumerable<CardReference> References(VCard card) => CardRelations.References(card);

    /// <summary>A card that stands for a group, as Apple and Thunderbird write their lists.</summary>
    public static bool IsGroup(VCard card) => "group".Equals(card.Text("KIND") ?? card.Text("X-ADDRESSBOOKSERVER-KIND"), StringComparison.OrdinalIgnoreCase);

    /// <summary>The identities (UIDs, or addresses as <c>mailto:</c>) of those in the group.</summary>
    public static IEnumerable<string> Members(VCard group) =>
        group.All("MEMBER").Concat(group.All("X-ADDRESSBOOKSERVER-MEMBER")).Select(m => m.Text.Trim()).Where(m => m.Length > 0);
}
