using Mainstay.Formats;

namespace Mainstay.Intake;

/// <summary>LinkedIn's Invitations.csv. It makes nobody: an accepted invitation stands among the connections, an open one is no tie yet. It tells who the owner is.</summary>
public sealed class LinkedInInvitations : TableKind
{
    private static readonly string[] Inviter = ["inviterProfileUrl"], Invitee = ["inviteeProfileUrl"], Direction = ["Direction", "Richtung", "Sens", "Dirección", "Direzione", "Direção", "Richting"];

    public override string Format => "linkedInInvitations";

    public override string Source => "linkedin";

    public override bool HasTouches => true;

    public override bool Fits(CsvHeader header) => header.Has("inviterProfileUrl") && header.Has("inviteeProfileUrl") && Direction.Any(header.Has);

    public override IEnumerable<string> OwnProfiles(IEnumerable<TableRow> rows) => rows.Select(r => Sides(r).Own).OfType<string>().Distinct();

    protected override Incoming Read(TableRow row, ReadingContext context)
    {
        var (from, to) = (row[LinkedInHeaders.From], row[LinkedInHeaders.To]);
        var (own, other) = Sides(row);
        if (other is null) return new Unusable(row.Line, new("Intake.RowNamesNobody"));
        return context.IsSomebodyElse(other) ? new Known(row.Line) : new Unusable(row.Line, new("Intake.InvitationOnly", (own == LinkedInHeaders.Profile(row[Inviter]) ? to : from) ?? LinkedInNames.OfProfile(other)));
    }

    private static (string? Own, string? Other) Sides(TableRow row)
    {
        var (inviter, invitee) = (LinkedInHeaders.Profile(row[Inviter]), LinkedInHeaders.Profile(row[Invitee]));
        return row[Direction]?.ToUpperInvariant() switch { "INCOMING" => (invitee, inviter), "OUTGOING" => (inviter, invitee), _ => (null, null) };
    }
}
