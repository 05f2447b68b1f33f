using Mainstay.Exchange;
using Mainstay.Storage;

namespace Mainstay.Introductions;

/// <summary>One of the two who are brought together. Where the owner asks for it, the second is whom they want to meet; where the owner brings two others together, both are asked.</summary>
public enum Side { First = 0, Second = 1 }

/// <summary>What somebody answers who is asked whether they want to meet.</summary>
public enum Consent { Yes = 0, NotNow = 1, No = 2 }

/// <summary>What came of it two weeks later.</summary>
public enum MeetingOutcome { Met = 0, NotYet = 1, NotUseful = 2 }

/// <summary>An introduction with the consent of everybody: asked of a connector, or made by the owner between two of their people.</summary>
public sealed class Introduction : IOwned, IFurtherAsk<Introduction>
{
    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Who is asked to introduce the owner; null where the owner is the one who introduces.</summary>
    public Guid? ConnectorId { get; init; }

    /// <summary>The one of two whom the owner brings together; null where it is the owner.</summary>
    public Guid? FirstId { get; init; }

    public required Guid SecondId { get; init; }

    /// <summary>Whom it is to lead on to: the first of two steps. Nobody who is gone for good.</summary>
    public Guid? TowardsId { get; init; }

    public required string Purpose { get; set; }

    /// <summary>What is passed on to the other; written from the purpose when null.</summary>
    public string? Blurb { get; set; }

    /// <summary>No name is said before everybody has said yes.</summary>
    public bool IsBlind { get; set; }

    /// <summary>How the owner can be reached: told to the other when everybody has said yes.</summary>
    public string? Contact { get; set; }

    /// <summary>The message to the connector in the owner's own words; null while they leave it to Mainstay.</summary>
    public string? Message { get; set; }

    /// <summary>The last day on which the connector's answer helps.</summary>
    public DateOnly AnswerBy { get; set; }

    public DateOnly? SentOn { get; set; }

    /// <summary>When the connector said yes. That they said no is never kept: it looks like silence.</summary>
    public DateOnly? AcceptedOn { get; set; }

    /// <summary>What the connector says of it in their own words.</summary>
    public string? Word { get; set; }

    /// <summary>Since when those who are to meet are asked; their silence counts from here.</summary>
    public DateOnly? AskedOn { get; set; }

    public Consent? FirstAnswer { get; set; }

    public DateOnly? FirstUntil { get; set; }

    public string? FirstReply { get; set; }

    public string? FirstContact { get; set; }

    public Consent? SecondAnswer { get; set; }

    public DateOnly? SecondUntil { get; set; }

    public string? SecondReply { get; set; }

    /// <summary>How they can be reached, as they gave it for this.</summary>
    public string? SecondContact { get; set; }

    /// <summary>When everybody had said yes, and could be reached by the others.</summary>
    public DateOnly? OpenedOn { get; set; }

    /// <summary>When the first message went to the other, or to both.</summary>
    public DateOnly? WroteOn { get; set; }

    public MeetingOutcome? FirstOutcome { get; set; }

    public MeetingOutcome? SecondOutcome { get; set; }

    public DateOnly? OutcomeOn { get; set; }

    /// <summary>What was said to the connector as thanks; it stands on their page.</summary>
    public string? Thanks { get; set; }

    public DateOnly? ThankedOn { get; set; }

    public DateOnly? WithdrawnOn { get; set; }

    /// <summary>Since when the owner has let it be.</summary>
    public DateOnly? ClosedOn { get; set; }

    /// <summary>Today names it no sooner than on this day.</summary>
    public DateOnly? QuietUntil { get; set; }

    public DateTime CreatedAt { get; init; }

    /// <summary>The owner brings two others together.</summary>
    public bool IsMine => ConnectorId is null;

    public Consent? AnswerOf(Side side) => side == Side.First ? FirstAnswer : SecondAnswer;

    public string? ContactOf(Side side) => side == Side.First ? FirstContact : SecondContact;

    public MeetingOutcome? OutcomeOf(Side side) => side == Side.First ? FirstOutcome : SecondOutcome;

    static string IFurtherAsk<Introduction>.Among => "Introductions.AmongAsks";

    /// <summary>Of whoever is asked to introduce the owner. That they said no is never kept, so it weighs as silence does; the two whom the owner brings together are asked for nothing.</summary>
    static IQueryable<FurtherAsk> IFurtherAsk<Introduction>.Sent(IQueryable<Introduction> rows) => rows.Where(i => i.ConnectorId != null && i.SentOn != null && i.WithdrawnOn == null)
        .Select(i => new FurtherAsk { PersonId = i.ConnectorId!.Value, SentOn = i.SentOn!.Value, AnswerBy = i.AnswerBy, YesOn = i.AcceptedOn, IsCutShort = i.AcceptedOn == null && i.ClosedOn != null && i.ClosedOn <= i.AnswerBy, Letters = i.Id, Cause = IntroductionMailActions.CauseAsk });
}
