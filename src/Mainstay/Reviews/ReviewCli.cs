using System.CommandLine;
using Mainstay.Board;
using Mainstay.Cli;
using Mainstay.Coverage;
using Mainstay.Needs;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Reviews;

/// <summary><c>mainstay review</c>: a look back on the quarter, in words.</summary>
internal static class ReviewCli
{
    public static Command Command(Shell shell)
    {
        var review = new Command("review", "Reviews.HelpReview") { Done(shell), Rest(shell), List(shell), Remove(shell) };
        review.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var quarter = await desk.Services.GetRequiredService<ReviewQueries>().Quarter(desk.Store, desk.Today, stop);
            if (desk.Paper.AsJson) desk.Paper.Write(QuarterAnswer.Of(quarter));
            else Print(desk.Paper, quarter);
            return Shell.Fine;
        }, stop));
        return review;
    }

    private static Command Done(Shell shell)
    {
        var note = new Option<string?>("--note") { Description = "Reviews.HelpNote", HelpName = "TEXT" };
        var done = new Command("done", "Reviews.HelpDone") { note };
        done.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var kept = await desk.Store.KeepReview(new() { Note = typed.GetValue(note) }, desk.Services.GetRequiredService<MapQueries>(), desk.Today, desk.Clock, stop);
            if (desk.Paper.AsJson) desk.Paper.Write(KeptReviewAnswer.Of(kept));
            else Print(desk.Paper, kept.Review);
            return Shell.Fine;
        }, stop));
        return done;
    }

    private static Command Rest(Shell shell)
    {
        var who = WhoCli.Argument(shell, "Reviews.HelpWho");
        var until = new Option<string?>("--until") { Description = "Reviews.HelpRestUntil", HelpName = "DATE" };
        var rest = new Command("rest", "Reviews.HelpRest") { who, until };
        rest.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var (person, end) = (await desk.Store.FindPerson(WhoCli.Name(typed, who), stop), Days.OrNone(typed.GetValue(until), desk.Today));
            await desk.Store.Pause(person.Id, end, desk.Today, stop);
            if (desk.Paper.AsJson) desk.Paper.Write(TieAnswer.Of(person.Name, await desk.Store.TieOf(person.Id, desk.Today, stop)));
            else desk.Paper.Line(end is null ? Speech.Say("Reviews.Rests", person.Name) : Speech.Say("Reviews.RestsUntil", person.Name, end));
            return Shell.Fine;
        }, stop));
        return rest;
    }

    private static Command List(Shell shell)
    {
        var list = new Command("list", "Reviews.HelpList");
        list.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var all = await desk.Store.AllReviews(stop);
            if (desk.Paper.AsJson) desk.Paper.Write(all.Select(ReviewAnswer.Of));
            else if (all.Count == 0) desk.Paper.Aside(Speech.Say("Reviews.NoReviews"));
            else foreach (var review in all) Print(desk.Paper, review);
            return Shell.Fine;
        }, stop));
        return list;
    }

    private static Command Remove(Shell shell)
    {
        var id = new Argument<string>("ID") { Description = "Reviews.HelpId" };
        var remove = new Command("remove", "Reviews.HelpRemove") { id };
        remove.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var review = await desk.Store.ReviewEndingWith(typed.GetValue(id)!, stop);
            return ChangesCli.Gone(desk, review.Id, await desk.Store.RemoveReview(review.Id, desk.Clock, stop), "Reviews.SaidRemoved");
        }, stop));
        return remove;
    }

    private static void Print(Paper paper, Review review)
    {
        paper.Line(Speech.Say("Reviews.ReviewLine", review.Ending(), review.On, ReviewWords.Coverage(review)));
        if (review.Note is { } note) paper.Indented(8, note);
    }

    private static void Print(Paper paper, Quarter quarter)
    {
        Head(paper, ReviewWords.Since(quarter).InWords(), first: true);
        Sentences(paper, quarter.Happened.InWords);
        Head(paper, Speech.Say("Reviews.NeedsHead"));
        if (quarter.Needs.Count == 0) paper.Indented(2, Speech.Say("Reviews.NoNeeds"));
        foreach (var need in quarter.Needs) Print(paper, need);
        Head(paper, Speech.Say("Reviews.SeatsHead"));
        PrintSeats(paper, quarter);
        Head(paper, Speech.Say("Reviews.TiesHead"));
        PrintTies(paper, quarter);
        paper.Line();
        paper.Line(Speech.Say("Reviews.HowToKeep"));
        if (quarter.DueOn is { } due) paper.Line(Speech.Say(due > quarter.On ? "Reviews.Next" : "Reviews.IsDue", due));
    }

    private static void Print(Paper paper, NeedToReview need)
    {
        paper.Indented(2, Speech.Say("Reviews.NeedLine", need.Need.Topic, NeedWords.Kind(need.Need.Kind), NeedWords.Importance(need.Need.Importance), need.Cover?.InWords));
        foreach (var reason in need.Reasons) paper.Indented(6, reason.InWords());
    }

    private static void PrintSeats(Paper paper, Quarter quarter)
    {
        if (quarter.FreeSeats.Count == 0) paper.Indented(2, Speech.Say(quarter.Seats == 0 ? "Reviews.NoBoard" : "Reviews.SeatsFull"));
        foreach (var seat in quarter.FreeSeats) paper.Indented(2, Speech.Say("Reviews.SeatLine", BoardWords.Seat(seat.Seat), BoardWords.State(seat, quarter.On)));
        Sentences(paper, quarter.Gaps.Count == 0 && quarter.Needs.Count > 0 ? [new("Reviews.NoGaps")] : [.. quarter.Gaps.Select(g => g.Sentence)]);
    }

    private static void PrintTies(Paper paper, Quarter quarter)
    {
        if (quarter.Fading.Count + quarter.CouldRest.Count == 0) paper.Indented(2, Speech.Say("Reviews.TiesNone"));
        Ties(paper, "Reviews.FadingHead", quarter.Fading, "Reviews.MoreFading", quarter.MoreFading);
        Ties(paper, "Reviews.RestHead", quarter.CouldRest, "Reviews.MoreCouldRest", quarter.MoreCouldRest);
        if (quarter.CouldRest.Count > 0) Sentences(paper, [new("Reviews.RestLede"), new("Reviews.HowToRest")]);
    }

    private static void Ties(Paper paper, string head, IReadOnlyList<QuietTie> ties, string andMore, int more)
    {
        if (ties.Count > 0) paper.Indented(2, Speech.Say(head));
        foreach (var tie in ties) paper.Indented(4, Speech.Say("Reviews.TieLine", tie.Name, tie.Reasons[0]));
        if (more > 0) paper.Indented(4, Speech.Say(andMore, more));
    }

    private static void Head(Paper paper, string text, bool first = false)
    {
        if (!first) paper.Line();
        paper.Line(text);
    }

    private static void Sentences(Paper paper, IReadOnlyList<Reason> sentences)
    {
        foreach (var sentence in sentences) paper.Indented(2, sentence.InWords());
    }
}
