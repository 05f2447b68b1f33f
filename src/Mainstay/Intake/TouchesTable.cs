using Mainstay.Formats;
using Mainstay.People;
using Mainstay.Rhythm;

namespace Mainstay.Intake;

/// <summary>The plain table of touches: <c>date,person,email,kind,direction,note</c>.</summary>
public sealed class TouchesTable : TableKind
{
    private const char Between = '\n';

    public override string Format => "touches";

    public override string Source => "touches";

    public override bool HasTouches => true;

    public override bool Fits(CsvHeader header) => header.Has("date") && header.Has("kind") && (header.Has("person") || header.Has("email"));

    protected override Incoming Read(TableRow row, ReadingContext context)
    {
        var (name, email) = (row["person"], row["email"]);
        if (name is not null && email is null && EmailAddress.Normalise(name) is not null) (name, email) = (null, name);
        if (name is null && email is null) return new Unusable(row.Line, new("Intake.TouchNamesNobody"));
        if (email is not null && Contacts.Email(email) is null) return new Unusable(row.Line, new("People.NotAnEmail", email));
        if (!PartialDate.TryParse(row["date"], out var date, out _) || date.Full is not { } on) return new Unusable(row.Line, new("People.NotADate", row["date"] ?? ""));
        if (on > context.Today) return new Unusable(row.Line, new("Intake.TouchInFuture", on));
        if (on.Year < 1900) return new Unusable(row.Line, new("Intake.TouchTooLongAgo", on));
        if (Kind(row["kind"]) is not { } kind) return new Unusable(row.Line, new("Intake.UnknownKind", row["kind"] ?? ""));
        if (Way(row["direction"]) is not { } direction) return new Unusable(row.Line, new("Intake.UnknownDirection", row["direction"] ?? ""));
        var who = new PersonDetails { Name = name ?? email!, Emails = email is null ? [] : [new(email)] }.Keepable([]);
        var note = row["note"];
        var identity = string.Join(Between, on.ToString("O", System.Globalization.CultureInfo.InvariantCulture), Contacts.Email(email ?? "") ?? PersonNames.Key(name!), kind, direction, note);
        return new IncomingTouch(row.Line, new(row.Line, who), on, kind) { Direction = direction, Note = note, Identity = identity };
    }

    /// <summary>What the table calls somebody: by their address, without one by name.</summary>
    internal static string Called(PersonDetails who) => who.Emails is [var email, ..] ? Contacts.Email(email.Value) ?? email.Value : PersonNames.Key(who.Name);

    /// <summary>The same, out of the identity of a touch; null where it was too long to be kept, or is another source's.</summary>
    internal static string? CalledIn(string identity) => identity.Split(Between, 3) is [_, var who, _] ? who : null;

    private static TouchKind? Kind(string? text) => text?.ToLowerInvariant() switch
    {
        "meeting" or "met" or "meet" or "in person" or "coffee" or "lunch" => TouchKind.Meeting,
        "video" or "video call" or "videocall" => TouchKind.Video,
        "call" or "phone" or "phone call" => TouchKind.Call,
        "message" or "chat" or "sms" or "text" => TouchKind.Message,
        "mail" or "email" or "e-mail" or "letter" => TouchKind.Mail,
        "reaction" or "like" => TouchKind.Reaction,
        _ => null,
    };

    private static Direction? Way(string? text) => text?.ToLowerInvariant() switch
    {
        null or "both" => Direction.Both,
        "out" or "outgoing" or "sent" => Direction.Out,
        "in" or "incoming" or "received" => Direction.In,
        _ => null,
    };
}
