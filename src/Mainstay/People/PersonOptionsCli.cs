using System.CommandLine;
using System.Text.RegularExpressions;
using Mainstay.Words;

namespace Mainstay.People;

/// <summary>What can be said of a person on the command line, the same when they are added and when they are edited.</summary>
internal sealed partial class PersonOptionsCli
{
    private readonly Option<string[]> email = Many("--email", "People.HelpEmail", "ADDRESS");
    private readonly Option<string[]> phone = Many("--phone", "People.HelpPhone", "NUMBER");
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
    private readonly Option<string[]> removeLink = Many("--remove-link", "People.HelpRemoveLink", "URL");
    private readonly Option<string[]> removeRole = Many("--remove-role", "People.HelpRemoveRole", "ROLE");
    private readonly Option<string[]> removeLabel = Many("--remove-label", "People.HelpRemoveLabel", "LABEL");
    private readonly Option<string[]> removeTopic = Many("--remove-topic", "People.HelpRemoveTopic", "TOPIC");
    private readonly Option<string[]> removeLanguage = Many("--remove-language", "People.HelpRemoveLanguage", "LANGUAGE");
    private readonly Option<string[]> removeField = Many("--remove-field", "People.HelpRemoveField", "NAME");
    private readonly Option<string[]> removeDate = Many("--remove-date", "People.HelpRemoveDate", "KIND");
    private readonly Option<string[]> removeRelation = Many("--remove-relation", "People.HelpRemoveRelation", "NAME");

    public Option<string?> MetThrough { get; } = One("--met-through", "People.HelpMetThrough", "NAME");

    public IEnumerable<Option> ToSet => [email, phone, role, label, topic, birthday, date, metOn, metWhere, MetThrough, howMet, note, nickname, pronouns, timeZone, language, link, relation, customField, prefix, givenName, middleNames, familyName, suffix, phoneticGiven, phoneticFamily];

    public IEnumerable<Option> ToRemove => [removeEmail, removePhone, removeRole, removeLabel, removeTopic, removeLink, removeLanguage, removeField, removeDate, removeRelation];

    /// <summary>The person as they are after what was typed; what was not named stays.</summary>
    public PersonDetails Onto(PersonDetails person, ParseResult typed)
    {
        var problems = new Problems();
        var changed = person with
        {
            Prefix = Given(prefix, person.Prefix),
            GivenName = Given(givenName, person.GivenName),
            MiddleNames = Given(middleNames, person.MiddleNames),
            FamilyName = Given(familyName, person.FamilyName),
            Suffix = Given(suffix, person.Suffix),
            PhoneticGivenName = Given(phoneticGiven, person.PhoneticGivenName),
            PhoneticFamilyName = Given(phoneticFamily, person.PhoneticFamilyName),
            Nickname = Given(nickname, person.Nickname),
            Pronouns = Given(pronouns, person.Pronouns),
            TimeZone = Given(timeZone, person.TimeZone),
            Notes = Given(note, person.Notes),
            HowMet = Given(howMet, person.HowMet),
            MetOn = Given(metOn, person.MetOn),
            MetWhere = Given(metWhere, person.MetWhere),
            Emails = Values(ContactKind.Email, person.Emails, email, removeEmail),
            Phones = Values(ContactKind.Phone, person.Phones, phone, removePhone),
            Links = Values(ContactKind.Link, person.Links, link, removeLink),
            Labels = Names(person.Labels, label, removeLabel),
            Topics = Names(person.Topics, topic, removeTopic),
            Languages = Names(person.Languages, language, removeLanguage),
            Roles = PersonChanges.Merge(person.Roles, Typed(role).Select(r => Role(r, problems)), Typed(removeRole), r => PersonNames.Key(r.Name)),
            Fields = PersonChanges.Merge(person.Fields, Typed(customField).Select(Pair), Typed(removeField), f => PersonNames.Key(f.Label ?? "")),
            Dates = PersonChanges.Merge(person.Dates, Days(), Typed(removeDate), d => PersonNames.Key(d.Kind)),
            Relations = PersonChanges.Merge(person.Relations, Typed(relation).Select(Pair).Select(p => new RelationDetails(p.Label ?? "", p.Value)), Typed(removeRelation), r => PersonNames.Key(r.Name)),
        };
        Mistaken.ThrowIf(problems);
        return changed;

        string? Given(Option<string?> option, string? now) => typed.GetResult(option) is null ? now : typed.GetValue(option);
        string[] Typed(Option<string[]> option) => typed.GetValue(option) ?? [];
        List<Labelled> Values(ContactKind kind, IReadOnlyList<Labelled> now, Option<string[]> add, Option<string[]> remove) =>
            PersonChanges.Merge(now, Typed(add).Select(v => MaybeLabelled(v)), Typed(remove), v => Contacts.Normal(kind, v.Value), v => Contacts.Normal(kind, v));
        List<string> Names(IReadOnlyList<string> now, Option<string[]> add, Option<string[]> remove) => PersonChanges.Merge(now, Typed(add), Typed(remove), PersonNames.Key);

        Labelled Pair(string text)
        {
            var at = text.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0) problems.Add("fields", "People.NotAPair", text);
            return at <= 0 ? new(text) : new(text[(at + 1)..], text[..at]);
        }

        IEnumerable<DateDetails> Days() => Typed(date).Select(Pair).Concat(typed.GetValue(birthday) is { } day ? [new Labelled(day, "birthday")] : []).Select(d => Day(d, problems));
    }

    private static DateDetails Day(Labelled date, Problems problems)
    {
        var read = PersonDates.Read(date.Label ?? "", date.Value);
        problems.When(read is null, "dates", "People.NotADate", date.Value);
        return read ?? new("", null, null, null);
    }

    private static RoleDetails Role(string text, Problems problems)
    {
        var (name, time) = text.IndexOf('=', StringComparison.Ordinal) is > 0 and var at ? (text[..at], text[(at + 1)..]) : (text, "");
        var ends = time.Split("..", 2);
        return new(name, End(ends[0]), ends.Length > 1 ? End(ends[1]) : null);

        DateOnly? End(string end)
        {
            if (end.Length == 0) return null;
            if (PersonDates.Read("", end) is { Year: { } year, Month: { } month, Day: { } day }) return new(year, month, day);
            problems.Add("roles", "People.NotADate", end);
            return null;
        }
    }

    private static Labelled MaybeLabelled(string text) =>
        WithLabel().Match(text) is { Success: true } match ? new(match.Groups["value"].Value, match.Groups["label"].Value) : new(text);

    private static Option<string[]> Many(string name, string description, string value) => new(name) { Description = description, HelpName = value };

    private static Option<string?> One(string name, string description, string value) => new(name) { Description = description, HelpName = value };

    [GeneratedRegex(@"^(?<label>\p{L}[\p{L} ]*)=(?<value>.+)$")]
    private static partial Regex WithLabel();
}
