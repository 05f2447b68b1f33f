using System.CommandLine;
using Mainstay.Words;

namespace Mainstay.People;

/// <summary>What can be said of a person on the command line, the same when they are added and when they are edited.</summary>
internal sealed class PersonOptionsCli
{
    private readonly Option<string[]> email = Many("--email", "People.HelpEmail", "ADDRESS");
    private readonly Option<string[]> phone = Many("--phone", "People.HelpPhone", "NUMBER");
    private readonly Option<string[]> chat = Many("--chat", "People.HelpChat", "NAME");
    private readonly Option<string[]> address = Many("--address", "People.HelpAddress", "ADDRESS");
    private readonly Option<string[]> link = Many("--link", "People.HelpLink", "URL");
    private readonly Option<string[]> role = Many("--role", "People.HelpRole", "ROLE");
    private readonly Option<string[]> label = Many("--label", "People.HelpLabel", "LABEL");
    private readonly Option<string[]> topic = Many("--topic", "People.HelpTopic", "TOPIC");
    private readonly Option<string[]> language = Many("--language", "People.HelpLanguage", "LANGUAGE");
    private readonly Option<string[]> customField = Many("--field", "People.HelpField", "NAME=VALUE");
    private readonly Option<string[]> date = Many("--date", "People.HelpDate", "KIND=DATE");
    private readonly Option<string[]> relation = Many("--relation", "People.HelpRelation", "KIND=NAME");
    private readonly Option<string?> birthday = One("--birthday", "People.HelpBirthday", "DATE");
    private readonly Option<string?> metOn = One("--met-on", "People.HelpMetOn", "DATE");
    private readonly Option<string?> metWhere = One("--met-where", "People.HelpMetWhere", "PLACE");
    private readonly Option<string?> howMet = One("--how-met", "People.HelpHowMet", "TEXT");
    private readonly Option<string?> note = One("--note", "People.HelpNote", "TEXT");
    private readonly Option<string?> prefix = One("--prefix", "People.HelpPrefix", "NAME");
    private readonly Option<string?> givenName = One("--given-name", "People.HelpGivenName", "NAME");
    private readonly Option<string?> middleNames = One("--middle-names", "People.HelpMiddleNames", "NAME");
    private readonly Option<string?> familyName = One("--family-name", "People.HelpFamilyName", "NAME");
    private readonly Option<string?> suffix = One("--suffix", "People.HelpSuffix", "NAME");
    private readonly Option<string?> phoneticGiven = One("--phonetic-given-name", "People.HelpPhoneticGivenName", "NAME");
    private readonly Option<string?> phoneticFamily = One("--phonetic-family-name", "People.HelpPhoneticFamilyName", "NAME");
    private readonly Option<string?> nickname = One("--nickname", "People.HelpNickname", "NAME");
    private readonly Option<string?> pronouns = One("--pronouns", "People.HelpPronouns", "PRONOUNS");
    private readonly Option<string?> timeZone = One("--time-zone", "People.HelpTimeZone", "ZONE");
    private readonly Option<string[]> removeEmail = Many("--remove-email", "People.HelpRemoveEmail", "ADDRESS");
    private readonly Option<string[]> removePhone = Many("--remove-phone", "People.HelpRemovePhone", "NUMBER");
    private readonly Option<string[]> removeChat = Many("--remove-chat", "People.HelpRemoveChat", "NAME");
    private readonly Option<string[]> removeAddress = Many("--remove-address", "People.HelpRemoveAddress", "LABEL");
    private readonly Option<string[]> removeLink = Many("--remove-link", "People.HelpRemoveLink", "URL");
    private readonly Option<string[]> removeRole = Many("--remove-role", "People.HelpRemoveRole", "ROLE");
    private readonly Option<string[]> removeLabel = Many("--remove-label", "People.HelpRemoveLabel", "LABEL");
    private readonly Option<string[]> removeTopic = Many("--remove-topic", "People.HelpRemoveTopic", "TOPIC");
    private readonly Option<string[]> removeLanguage = Many("--remove-language", "People.HelpRemoveLanguage", "LANGUAGE");
    private readonly Option<string[]> removeField = Many("--remove-field", "People.HelpRemoveField", "NAME");
    private readonly Option<string[]> removeDate = Many("--remove-date", "People.HelpRemoveDate", "KIND");
    private readonly Option<string[]> removeRelation = Many("--remove-relation", "People.HelpRemoveRelation", "NAME");

    public Option<string?> MetThrough { get; } = One("--met-through", "People.HelpMetThrough", "NAME");

    public IEnumerable<Option> ToSet => [email, phone, chat, address, role, label, topic, birthday, date, metOn, metWhere, MetThrough, howMet, note, nickname, pronouns, timeZone, language, link, relation, customField, prefix, givenName, middleNames, familyName, suffix, phoneticGiven, phoneticFamily];

    public IEnumerable<Option> ToRemove => [removeEmail, removePhone, removeChat, removeAddress, removeRole, removeLabel, removeTopic, removeLink, removeLanguage, removeField, removeDate, removeRelation];

    /// <summary>The person as they are after what was typed; what was not named stays.</summary>
    public PersonDetails Onto(PersonDetails person, ParseResult parsed)
    {
        var typed = new PersonTypedCli(parsed);
        var changed = Known(Reached(Met(Named(person, typed), typed), typed), typed);
        Mistaken.ThrowIf(typed.Problems);
        return changed;
    }

    private PersonDetails Named(PersonDetails person, PersonTypedCli typed) => person with
    {
        Prefix = typed.Given(prefix, person.Prefix),
        GivenName = typed.Given(givenName, person.GivenName),
        MiddleNames = typed.Given(middleNames, person.MiddleNames),
        FamilyName = typed.Given(familyName, person.FamilyName),
        Suffix = typed.Given(suffix, person.Suffix),
        PhoneticGivenName = typed.Given(phoneticGiven, person.PhoneticGivenName),
        PhoneticFamilyName = typed.Given(phoneticFamily, person.PhoneticFamilyName),
        Nickname = typed.Given(nickname, person.Nickname),
        Pronouns = typed.Given(pronouns, person.Pronouns),
    };

    private PersonDetails Met(PersonDetails person, PersonTypedCli typed) => person with
    {
        TimeZone = typed.Given(timeZone, person.TimeZone),
        Notes = typed.Given(note, person.Notes),
        HowMet = typed.Given(howMet, person.HowMet),
        MetOn = typed.Given(metOn, person.MetOn),
        MetWhere = typed.Given(metWhere, person.MetWhere),
    };

    private PersonDetails Reached(PersonDetails person, PersonTypedCli typed) => person with
    {
        Emails = typed.Contacts(ContactKind.Email, person.Emails, email, removeEmail),
        Phones = typed.Contacts(ContactKind.Phone, person.Phones, phone, removePhone),
        Chats = typed.Chats(person.Chats, chat, removeChat),
        Links = typed.Contacts(ContactKind.Link, person.Links, link, removeLink),
        Addresses = PersonChanges.Merge(person.Addresses, typed.Each(address).Select(a => AddressCli.Read(a, typed.Problems)), typed.Each(removeAddress), AddressCli.Key, AddressCli.IsMeant),
    };

    private PersonDetails Known(PersonDetails person, PersonTypedCli typed) => person with
    {
        Labels = typed.Names(person.Labels, label, removeLabel),
        Topics = typed.Names(person.Topics, topic, removeTopic),
        Languages = typed.Names(person.Languages, language, removeLanguage),
        Roles = PersonChanges.Merge(person.Roles, typed.Each(role).Select(typed.Role), typed.Each(removeRole), r => PersonWords.RoleKey(r.Name), (r, gone) => PersonWords.IsRole(r.Name, gone)),
        Fields = PersonChanges.Merge(person.Fields, typed.Each(customField).Select(typed.Pair), typed.Each(removeField), f => PersonNames.Key(f.Label ?? "")),
        Dates = PersonChanges.Merge(person.Dates, typed.Days(date, birthday), typed.Each(removeDate), d => PersonNames.Key(d.Kind)),
        Relations = PersonChanges.Merge(person.Relations, typed.Each(relation).Select(typed.Pair).Select(p => new RelationDetails(PersonWords.KeptRelation(p.Label ?? ""), p.Value)), typed.Each(removeRelation), r => PersonNames.Key(r.Name)),
    };

    private static Option<string[]> Many(string name, string description, string value) => new(name) { Description = description, HelpName = value };

    private static Option<string?> One(string name, string description, string value) => new(name) { Description = description, HelpName = value };
}
