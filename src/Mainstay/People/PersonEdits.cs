using Mainstay.Words;

namespace Mainstay.People;

/// <summary>The parts of a person's record that are edited each by itself, and the fields of each.</summary>
public static class PersonEdits
{
    private static readonly EditRows<Labelled> Labelled = new(
        v => [v.Value, v.Label is { } label ? PersonWords.Label(label).InWords() : null],
        row => row["value"] is { } value ? new(value, PersonWords.KeptLabel(row["label"])) : null,
        v => v.Label is null ? v.Value : $"{v.Value} ({PersonWords.Label(v.Label).InWords()})");

    private static readonly EditRows<Labelled> Emails = Labelled with
    {
        Read = row =>
        {
            if (row["value"] is not { } value) return null;
            if (Contacts.Email(value) is null) row.Wrong("value", "People.NotAnEmail", value);
            return new(value, PersonWords.KeptLabel(row["label"]));
        },
    };

    private static readonly EditRows<Labelled> Named = new(
        v => [v.Label, v.Value],
        row => row["value"] is { } value ? new(value, row["name"] ?? "") : null,
        v => $"{v.Label}: {v.Value}");

    public static readonly IReadOnlyList<EditSection<PersonDetails>> All =
    [
        new("name", new("People.EditName"),
        [
            Text("name", p => p.Name, (p, v) => p with { Name = v ?? "" }, s => s with { Hint = new("People.NameHint") }, "name"),
            Text("prefix", p => p.Prefix, (p, v) => p with { Prefix = v }, group: "name"),
            Text("givenName", p => p.GivenName, (p, v) => p with { GivenName = v }, group: "name"),
            Text("middleNames", p => p.MiddleNames, (p, v) => p with { MiddleNames = v }, group: "name"),
            Text("familyName", p => p.FamilyName, (p, v) => p with { FamilyName = v }, s => s with { Hint = new("People.FamilyNameHint") }, "name"),
            Text("suffix", p => p.Suffix, (p, v) => p with { Suffix = v }, group: "name"),
            Text("phoneticGivenName", p => p.PhoneticGivenName, (p, v) => p with { PhoneticGivenName = v }),
            Text("phoneticFamilyName", p => p.PhoneticFamilyName, (p, v) => p with { PhoneticFamilyName = v }),
            Text("nickname", p => p.Nickname, (p, v) => p with { Nickname = v }),
            Text("pronouns", p => p.Pronouns, (p, v) => p with { Pronouns = v }),
        ]) { Kept = Kept },
        new("roles", new("People.EditRoles"), [new EditList<PersonDetails, RoleDetails>(
            new("roles", new("People.Field_roles")) { Columns = [Column("name") with { Suggestions = PersonWords.Roles }, Column("since") with { Type = "date" }, Column("until") with { Type = "date" }] },
            p => p.Roles, (p, v) => p with { Roles = v }, PersonFieldRows.Roles)]) { Kept = Kept },
        new("met", new("People.EditMet"),
        [
            Text("metOn", p => p.MetOn, (p, v) => p with { MetOn = v }, s => s with { Hint = new("People.MetOnHint") }),
            Text("metWhere", p => p.MetWhere, (p, v) => p with { MetWhere = v }),
            new EditList<PersonDetails, ThroughDetails>(new("through", new("People.Field_through")) { Columns = [Column("name")], Links = true, Most = 1 },
                p => ThroughDetails.Of(p) is { } through ? [through] : [], (p, v) => v is [var through, ..] ? p with { MetThroughId = through.Id, MetThroughName = through.Name } : p with { MetThroughId = null, MetThroughName = null }, PersonFieldRows.Through),
            Text("howMet", p => p.HowMet, (p, v) => p with { HowMet = v }, s => s with { Lines = 3 }),
        ]) { Kept = Kept },
        new("contacts", new("People.EditContacts"),
        [
            Contact("emails", "email", PersonWords.Places, p => p.Emails, (p, v) => p with { Emails = v }, Emails),
            Contact("phones", "tel", PersonWords.Phones, p => p.Phones, (p, v) => p with { Phones = v }, Labelled),
            Contact("chats", "text", PersonWords.Chats, p => p.Chats, (p, v) => p with { Chats = v }, Labelled),
            Contact("links", "text", PersonWords.Links, p => p.Links, (p, v) => p with { Links = v }, Labelled),
        ]) { Kept = Kept },
        new("addresses", new("People.EditAddresses"), [new EditList<PersonDetails, AddressDetails>(
            new("addresses", new("People.Field_addresses")) { Columns = [Column("label") with { Suggestions = PersonWords.Places }, Column("street") with { Wide = true }, Column("extended"), Column("poBox"), Column("postalCode"), Column("city"), Column("region"), Column("country")] },
            p => p.Addresses, (p, v) => p with { Addresses = v }, PersonFieldRows.Addresses)]) { Kept = Kept },
        new("dates", new("People.EditDates"), [new EditList<PersonDetails, DateDetails>(
            new("dates", new("People.Field_dates")) { Columns = [Column("kind") with { Suggestions = PersonWords.Dates }, Column("date")], Hint = new("People.DatesHint") },
            p => p.Dates, (p, v) => p with { Dates = v }, PersonFieldRows.Dates)]) { Kept = Kept },
        new("words", new("People.EditWords"),
        [
            Words("topics", p => p.Topics, (p, v) => p with { Topics = v }),
            Words("labels", p => p.Labels, (p, v) => p with { Labels = v }),
        ]) { Kept = Kept },
        new("place", new("People.EditPlace"),
        [
            Text("timeZone", p => p.TimeZone, (p, v) => p with { TimeZone = v }, s => s with { Hint = new("People.ZoneHint"), Zones = true }),
            Words("languages", p => p.Languages, (p, v) => p with { Languages = v }),
        ]) { Kept = Kept },
        new("relations", new("People.EditRelations"), [new EditList<PersonDetails, RelationDetails>(
            new("relations", new("People.Field_relations")) { Columns = [Column("kind") with { Suggestions = PersonWords.Relations }, Column("name")], Links = true },
            p => p.Relations, (p, v) => p with { Relations = v }, PersonFieldRows.Relations)]) { Kept = Kept },
        new("more", new("People.EditMore"), [new EditList<PersonDetails, Labelled>(
            new("fields", new("People.Field_fields")) { Columns = [Column("name"), Column("value") with { Wide = true }] },
            p => p.Fields, (p, v) => p with { Fields = v }, Named)]) { Kept = Kept },
        new("notes", new("People.EditNotes"), [Text("notes", p => p.Notes, (p, v) => p with { Notes = v }, s => s with { Lines = 12, Hint = new("People.MarkdownHint") })]) { Kept = Kept },
    ];

    /// <summary>The section of this name; null when there is none.</summary>
    public static EditSection<PersonDetails>? Section(string name) => All.FirstOrDefault(s => s.Name == name);

    /// <summary>As it would be kept, through the rows and back.</summary>
    private static PersonDetails Kept(PersonDetails person) => PersonRows.Of(person with { Photo = null }, default).Gather();

    private static EditColumn Column(string name) => new(name, new($"People.Column_{name}"));

    private static EditText<PersonDetails> Text(string name, Func<PersonDetails, string?> get, Func<PersonDetails, string?, PersonDetails> set, Func<EditShape, EditShape>? shape = null, string? group = null)
    {
        var plain = new EditShape(name, new($"People.Field_{name}"));
        return new(shape?.Invoke(plain) ?? plain, get, set) { Group = group };
    }

    /// <summary>Short words, one on each line.</summary>
    private static EditText<PersonDetails> Words(string name, Func<PersonDetails, IReadOnlyList<string>> get, Func<PersonDetails, IReadOnlyList<string>, PersonDetails> set) =>
        Text(name, p => get(p).Count == 0 ? null : string.Join('\n', get(p)), (p, v) => set(p, v?.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? []), s => s with { Lines = 5, Hint = new("People.OneALine") });

    private static EditList<PersonDetails, Labelled> Contact(string name, string type, IReadOnlyList<Reason> labels, Func<PersonDetails, IReadOnlyList<Labelled>> get, Func<PersonDetails, IReadOnlyList<Labelled>, PersonDetails> set, EditRows<Labelled> rows) =>
        new(new(name, new($"People.Field_{name}")) { Columns = [new("value", new($"People.Column_{name}")) { Type = type, Wide = true }, Column("label") with { Suggestions = labels }] }, get, set, rows);
}
