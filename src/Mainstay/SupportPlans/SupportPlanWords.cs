using Mainstay.Exchange;
using Mainstay.Words;

namespace Mainstay.SupportPlans;

/// <summary>How support plans are spoken of: what is open and what is taken, never how much anybody did.</summary>
public static class SupportPlanWords
{
    internal static string Href(Guid challenge) => $"{Mainstay.Challenges.ChallengePage.Href(challenge)}/plan";

    /// <summary>Until when it goes on.</summary>
    public static Reason State(SupportPlan plan, DateOnly today) => plan switch
    {
        { ClosedOn: { } day } => new("SupportPlans.WasEnded", day),
        _ when plan.IsOver(today) => new("SupportPlans.EndPassed", plan.EndsOn),
        _ => new("SupportPlans.GoesOn", plan.EndsOn),
    };

    /// <summary>Who coordinates; of somebody who was asked to and did nothing by their link yet, that they are to.</summary>
    /// <param name="line">The plan.</param>
    /// <param name="nobody">What is said when nobody does.</param>
    public static Reason Coordinated(SupportPlanLine line, string nobody = "SupportPlans.NobodyCoordinates") => line.Coordinator switch
    {
        null => new(nobody),
        { It.State: HelperState.Invited } who => new("SupportPlans.ToBeCoordinatedBy", who.Name),
        var who => new("SupportPlans.CoordinatedBy", who.Name),
    };

    public static Reason Day(SupportTask task) => task.Until is { } until ? new("SupportPlans.FromTo", task.On, until) : new("SupportPlans.OnDay", task.On);

    /// <summary>How a task stands, for those who may know who took it.</summary>
    public static Reason State(SupportTask task, SupportPlanLine line, DateOnly today) => (task.State, line.Of(task.HelperId)) switch
    {
        (SupportTaskState.Done, { } by) => new("SupportPlans.DoneBy", by.Name),
        (SupportTaskState.Done, _) => new("SupportPlans.IsDone"),
        (SupportTaskState.Taken, { IsThere: false } by) => new("SupportPlans.TakenByGone", by.Name),
        (SupportTaskState.Taken, { } by) => new(task.LastDay() < today ? "SupportPlans.WasTakenBy" : "SupportPlans.TakenBy", by.Name),
        _ when task.LastDay() < today => new("SupportPlans.NobodyTook"),
        _ => new(task.PassedOn is null ? "SupportPlans.IsOpen" : "SupportPlans.IsPassedOn"),
    };

    /// <summary>The same for whoever coordinates, who is told of nobody's place in the owner's network.</summary>
    public static Reason State(SupportTask task, SupportSeat seat, DateOnly today) =>
        State(task, seat.Line, today) is { Key: "SupportPlans.TakenByGone" } gone ? new("SupportPlans.TakenByAway", [.. gone.Inputs]) : State(task, seat.Line, today);

    public static Reason State(SupportHelperLine helper) => !helper.IsThere ? new("SupportPlans.InTrash") : helper.It.State switch
    {
        HelperState.Invited => helper.It.WrittenOn is { } day ? new("SupportPlans.WrittenOn", day) : new("SupportPlans.NotWritten"),
        HelperState.In => new("SupportPlans.IsIn", helper.It.MostADay),
        HelperState.Left => new("SupportPlans.HasLeft"),
        _ => new("SupportPlans.IsLetGo"),
    };

    /// <summary>Who wrote an update.</summary>
    /// <param name="update">Which.</param>
    /// <param name="from">How the owner is called; null when that is not known.</param>
    /// <param name="line">Its plan, for those who may know who helps; the others are told no name but the owner's.</param>
    public static Reason By(SupportUpdate update, string? from, SupportPlanLine? line) =>
        update.IsOwners ? from is null ? new("SupportPlans.ByOwner") : new("SupportPlans.WrittenBy", from) : line?.Of(update.HelperId) is { } helper ? new("SupportPlans.WrittenBy", helper.Name) : new("SupportPlans.ByCoordinator");

    /// <summary>The message to a helper, with the place of the link in it. It says nothing of the hard time: who sees a mail arrive learns nothing.</summary>
    /// <param name="helper">Whom it is for.</param>
    /// <param name="called">How they are called.</param>
    /// <param name="from">How the owner signs; null when that is not known.</param>
    public static string Letter(SupportHelper helper, string called, string? from) => string.Join("\n\n",
        [Speech.Say("Exchange.Dear", called), Speech.Say(helper.State == HelperState.In ? "SupportPlans.LetterAgain" : "SupportPlans.LetterAsk") + "\n" + AskWords.Link, .. helper.State == HelperState.In ? [] : (string[])[Speech.Say("Exchange.NoIsFine")], .. from is null ? [] : (string[])[from]]) + "\n";
}
