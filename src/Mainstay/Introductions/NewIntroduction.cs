using Mainstay.Words;

namespace Mainstay.Introductions;

/// <summary>An introduction as somebody asks for it, or makes it.</summary>
public sealed record NewIntroduction
{
    public const int MostText = 4_000, MostMessage = 10_000, MostContact = 300;

    /// <summary>Its id, when the door has one: made twice with the same, it is made once.</summary>
    public Guid? Id { get; init; }

    /// <summary>Who is asked to introduce the owner.</summary>
    public Guid? ConnectorId { get; init; }

    /// <summary>The one of two whom the owner brings together.</summary>
    public Guid? FirstId { get; init; }

    public required Guid SecondId { get; init; }

    /// <summary>Whom it is to lead on to: the first of two steps.</summary>
    public Guid? TowardsId { get; init; }

    public required string Purpose { get; init; }

    public string? Blurb { get; init; }

    public bool IsBlind { get; init; }

    public string? Contact { get; init; }

    public DateOnly? AnswerBy { get; init; }

    public Problems Check(DateOnly today) => new Problems()
        .When(string.IsNullOrWhiteSpace(Purpose), "purpose", "Introductions.PurposeMissing")
        .When(Purpose?.Length > MostText, "purpose", "Introductions.TooLong", MostText)
        .When(Blurb?.Length > MostText, "blurb", "Introductions.TooLong", MostText)
        .When(Contact?.Length > MostContact, "contact", "Introductions.TooLong", MostContact)
        .When(ConnectorId is null == FirstId is null, "through", "Introductions.ThroughOrFirst")
        .When(ConnectorId == SecondId, "through", "Introductions.ConnectorIsTarget")
        .When(TowardsId is { } on && (on == SecondId || on == ConnectorId || FirstId is not null), "towards", "Introductions.TowardsOther")
        .When(FirstId == SecondId, "second", "Introductions.SamePerson")
        .When(AnswerBy < today, "answerBy", "Introductions.AnswerByIsOver")
        .When(AnswerBy > today.AddYears(1), "answerBy", "Introductions.TooFarAhead");
}

/// <summary>What an introduction is for, and what may be passed on.</summary>
public sealed record IntroductionWording(string Purpose, string? Blurb = null, bool IsBlind = false, string? Contact = null, DateOnly? AnswerBy = null)
{
    public static IntroductionWording Of(Introduction it) => new(it.Purpose, it.Blurb, it.IsBlind, it.Contact, it.AnswerBy);

    /// <summary>A day that stood there already may be over.</summary>
    public Problems Check(Introduction it, DateOnly today) =>
        new NewIntroduction { ConnectorId = it.ConnectorId, FirstId = it.FirstId, SecondId = it.SecondId, Purpose = Purpose, Blurb = Blurb, Contact = Contact, AnswerBy = AnswerBy == it.AnswerBy ? null : AnswerBy }.Check(today);
}

/// <summary>An introduction of the same two people is under way already.</summary>
public sealed class UnderWayAlready(Guid introduction, string name) : Refusal(409, new("Introductions.UnderWay", name))
{
    /// <summary>The one there is.</summary>
    public Guid IntroductionId { get; } = introduction;
}
