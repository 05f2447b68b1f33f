using System.CommandLine;
using Mainstay.Cli;
using Mainstay.People;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Circles;

/// <summary><c>circle posts</c>, <c>ask</c>, <c>offer</c>, <c>lesson</c>, <c>resource</c>, <c>answer</c> and how they end.</summary>
internal static class CirclePostsCli
{
    private const int Most = 200, ShortestEnd = 4;

    public static IEnumerable<Command> Commands(Shell shell) =>
    [
        Posts(shell), Tell(shell, PostKind.Ask, "Circles.HelpAsk"), Tell(shell, PostKind.Offer, "Circles.HelpOffer"), Tell(shell, PostKind.Lesson, "Circles.HelpLesson"), Tell(shell, PostKind.Resource, "Circles.HelpResource"),
        Lessons(shell), Answer(shell), Read(shell), Close(shell), Extend(shell),
    ];

    private static Command Posts(Shell shell)
    {
        var about = new Option<string?>("--about") { Description = "Circles.FindLessons", HelpName = "TEXT" };
        var (kind, all, mine) = (new Option<string?>("--kind") { Description = "Circles.HelpKind" }.AcceptOnlyFromAmong("ask", "offer", "lesson", "resource"), new Option<bool>("--all") { Description = "Circles.Show_all" }, new Option<bool>("--mine") { Description = "Circles.Show_mine" });
        var posts = new Command("posts", "Circles.HelpPosts") { kind, about, all, mine };
        posts.SetAction((typed, stop) => CircleCli.Inside(shell, typed, async (desk, seat) =>
        {
            var today = await CircleCli.Today(desk, stop);
            var lines = await desk.Store.PostsHere(seat, new()
            {
                Kinds = typed.GetValue(kind) is { } one ? [Enum.Parse<PostKind>(one, true)] : Enum.GetValues<PostKind>(), AuthorId = typed.GetValue(mine) ? seat.Id : null, IsAll = typed.GetValue(all), About = typed.GetValue(about),
            }, today, Most, stop);
            if (desk.Paper.AsJson) desk.Paper.Write(lines.Select(PostAnswer.Of));
            else if (lines.Count == 0) desk.Paper.Aside(Speech.Say("Circles.NoPosts"));
            else foreach (var line in lines) Print(desk, line, today);
            return Shell.Fine;
        }, stop));
        return posts;
    }

    private static Command Tell(Shell shell, PostKind kind, string about)
    {
        var title = Shell.Words("TEXT", "Circles.TitleHint_" + kind, ArgumentArity.OneOrMore);
        Option<string?> text = new("--text") { Description = "Circles.HelpText", HelpName = "TEXT" }, topics = new("--topics") { Description = "Circles.HelpTopics", HelpName = "TOPICS" }, until = new("--until") { Description = "Circles.UntilLabel", HelpName = "DATE" }, link = new("--link") { Description = "Circles.Link", HelpName = "URL" };
        var learned = new Option<string?>("--learning") { Description = "Circles.HelpLearning", HelpName = "ID" };
        Option<bool> standing = new("--standing") { Description = "Circles.StandingLabel" }, hard = new("--hard-time") { Description = "Circles.HardTimeHint" };
        var tell = new Command(kind.ToString().ToLowerInvariant(), about) { title, text, topics };
        foreach (var option in kind switch { PostKind.Ask => new Option[] { until, standing, hard }, PostKind.Offer => [until, standing], PostKind.Resource => [link], _ => [learned] }) tell.Add(option);
        tell.SetAction((typed, stop) => CircleCli.Inside(shell, typed, async (desk, seat) =>
        {
            var today = await CircleCli.Today(desk, stop);
            var draft = kind == PostKind.Lesson && typed.GetValue(learned) is { } end ? await desk.Store.SharedEnding(desk.Owner.SpaceId, end, stop) : null;
            var made = await desk.Store.PostInCircle(seat.Id, new()
            {
                Kind = kind, Title = WhoCli.Name(typed, title), Text = typed.GetValue(text) ?? draft?.Text, Topics = typed.GetValue(topics) ?? draft?.Topics,
                Link = kind == PostKind.Resource ? typed.GetValue(link) : null,
                Until = kind is PostKind.Ask or PostKind.Offer && typed.GetValue(until) is { } day ? Days.Of(day, today) : null,
                IsStanding = kind is PostKind.Ask or PostKind.Offer && typed.GetValue(standing),
                IsForHardTimes = kind == PostKind.Ask && typed.GetValue(hard),
            }, today, desk.Clock, stop);
            return await Show(desk, seat, made.Id, stop);
        }, stop));
        return tell;
    }

    private static Command Lessons(Shell shell)
    {
        var about = Shell.Words("TEXT", "Circles.AllLessonsHint", ArgumentArity.OneOrMore);
        var lessons = new Command("lessons", "Circles.HelpLessons") { about };
        lessons.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var (text, me) = (WhoCli.Name(typed, about), await CircleCli.Account(desk, stop));
            var found = await desk.Store.LessonsInCircles(me, text, CircleLessonsQueries.Most, stop);
            if (desk.Paper.AsJson) desk.Paper.Write(found.Select(CircleLessonAnswer.Of));
            else if (found.Count == 0) desk.Paper.Aside(Speech.Say("Circles.NoLessonsAbout", text));
            else foreach (var lesson in found) Print(desk, lesson.Line.Post, PostWords.Found(lesson));
            return Shell.Fine;
        }, stop));
        return lessons;
    }

    private static Command Answer(Shell shell)
    {
        var (id, text) = (Id(), Shell.Words("TEXT", "Circles.YourAnswer", ArgumentArity.OneOrMore));
        var how = new Option<string>("--as") { Description = "Circles.HelpAs", DefaultValueFactory = _ => "word" }.AcceptOnlyFromAmong("word", "more", "ican", "someone", "source");
        var answer = new Command("answer", "Circles.HelpAnswer") { id, text, how };
        answer.SetAction((typed, stop) => CircleCli.Inside(shell, typed, async (desk, seat) =>
        {
            var post = await Ending(desk, seat, typed.GetValue(id)!, stop);
            var kind = typed.GetRequiredValue(how) switch { "more" => ReplyKind.TellMeMore, "ican" => ReplyKind.ICan, "someone" => ReplyKind.IKnowSomeone, "source" => ReplyKind.IKnowASource, _ => ReplyKind.Word };
            await desk.Store.ReplyToPost(seat.Id, post, new() { Kind = kind, Text = WhoCli.Name(typed, text) }, await CircleCli.Today(desk, stop), desk.Clock, stop);
            return await Show(desk, seat, post, stop);
        }, stop));
        return answer;
    }

    private static Command Read(Shell shell)
    {
        var id = Id();
        var read = new Command("post", "Circles.HelpRead") { id };
        read.SetAction((typed, stop) => CircleCli.Inside(shell, typed, async (desk, seat) => await Show(desk, seat, await Ending(desk, seat, typed.GetValue(id)!, stop), stop), stop));
        return read;
    }

    private static Command Close(Shell shell)
    {
        var (id, helped) = (Id(), new Option<bool>("--helped") { Description = "Circles.Helped_Ask" });
        var close = new Command("close", "Circles.HelpClose") { id, helped };
        close.SetAction((typed, stop) => CircleCli.Inside(shell, typed, async (desk, seat) =>
        {
            var post = await Ending(desk, seat, typed.GetValue(id)!, stop);
            if ((await desk.Store.ClosePost(seat.Id, post, typed.GetValue(helped), await CircleCli.Today(desk, stop), stop)).IsForHardTimes)
            {
                desk.Paper.Aside(Speech.Say("Circles.SaidForgotten"));
                return Shell.Fine;
            }
            return await Show(desk, seat, post, stop);
        }, stop));
        return close;
    }

    private static Command Extend(Shell shell)
    {
        var (id, until) = (Id(), new Option<string?>("--until") { Description = "Circles.HelpExtendUntil", HelpName = "DATE" });
        var extend = new Command("extend", "Circles.HelpExtend") { id, until };
        extend.SetAction((typed, stop) => CircleCli.Inside(shell, typed, async (desk, seat) =>
        {
            var (post, today) = (await Ending(desk, seat, typed.GetValue(id)!, stop), await CircleCli.Today(desk, stop));
            await desk.Store.ExtendPost(seat.Id, post, typed.GetValue(until) is { } day ? Days.Of(day, today) : null, today, stop);
            return await Show(desk, seat, post, stop);
        }, stop));
        return extend;
    }

    private static Argument<string> Id() => new("ID") { Description = "Circles.HelpId" };

    private static async Task<Guid> Ending(Desk desk, CircleSeat seat, string end, CancellationToken stop)
    {
        var ids = await desk.Store.Posts.Select(p => p.Id).ToListAsync(stop);
        var found = ids.Where(i => end.Length >= ShortestEnd && i.ToString().EndsWith(end, StringComparison.OrdinalIgnoreCase)).ToList();
        return found.Count == 1 ? (await desk.Store.PostShown(seat, found[0], stop)).Post.Id : throw new NotFound("Circles.NoSuchPost");
    }

    private static async Task<int> Show(Desk desk, CircleSeat seat, Guid id, CancellationToken stop)
    {
        var (line, today) = (await desk.Store.PostShown(seat, id, stop), await CircleCli.Today(desk, stop));
        var (replies, fitting) = (await desk.Store.RepliesTo(seat, id, stop), await desk.Store.WhatFits(seat, line.Post, desk.Owner.SpaceId, today, stop));
        if (desk.Paper.AsJson)
        {
            desk.Paper.Write(new { Post = PostAnswer.Of(line), Answers = replies.Select(ReplyAnswer.Of), Fitting = FittingAnswer.Of(fitting) });
            return Shell.Fine;
        }
        Print(desk, line, today);
        if (line.Post.Text is { } text) desk.Paper.Indented(8, text);
        foreach (var reply in replies) desk.Paper.Indented(8, $"{(reply.Author.Length > 0 ? reply.Author : Speech.Say("Circles.WhoLeft"))} {Speech.Say("Circles.Replied_" + reply.Reply.Kind)}: {reply.Reply.Text}");
        Print(desk, fitting);
        return Shell.Fine;
    }

    private static void Print(Desk desk, Fitting fitting)
    {
        foreach (var member in fitting.Members) desk.Paper.Indented(2, $"{Speech.Say("Circles.WhoFits")}: {member.Member.Name} · {Speech.Say("Circles.FitsWhy", string.Join(", ", member.Topics))}");
        foreach (var who in fitting.Mine) desk.Paper.Indented(2, $"{Speech.Say("Circles.FromMine")}: {who.Name} · {string.Join(' ', who.WhyCan.Select(r => r.InWords()))}");
        foreach (var line in fitting.Posts.Concat(fitting.Lessons)) desk.Paper.Indented(2, $"{Speech.Say("Circles.Fits")}: {line.Post.Id.ToString()[^6..]}  {line.Post.Title}");
    }

    private static void Print(Desk desk, PostLine line, DateOnly today) => Print(desk, line.Post, PostWords.Line(line, today));

    private static void Print(Desk desk, Post post, IEnumerable<Reason> about)
    {
        desk.Paper.Line($"{post.Id.ToString()[^6..]}  {post.Title}");
        desk.Paper.Indented(8, string.Join(" · ", about.Select(r => r.InWords())));
    }
}
