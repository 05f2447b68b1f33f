using Mainstay.Accounts;
using Mainstay.Live;
using Mainstay.Web;
using Mainstay.Words;
using static Mainstay.Circles.CircleDoorPage;

namespace Mainstay.Circles;

/// <summary><c>/circles/{circle}/posts/{id}</c>: an ask, an offer, a lesson or a resource, with what was answered and what fits it.</summary>
public sealed partial class PostPage
{
    private const string All = "/posts", One = All + "/{id:guid}";

    /// <summary>Where an open page is told that the post is another.</summary>
    private const string Live = "/live";

    internal static void Map(IEndpointRouteBuilder pages)
    {
        Get(pages, All + "/new", New);
        Post(pages, All, "post", async call =>
        {
            var made = await call.Store.PostInCircle(call.Me, Read(call.Form), call.Today, call.Clock, call.Stop);
            return call.Done($"{All}/{made.Id}", "Circles.SaidPosted");
        }, (call, typed) => Fresh(call, Enum.TryParse<PostKind>(call.Form["kind"], out var kind) ? kind : PostKind.Ask, null, typed));
        Get(pages, One, call => Show(call, null));
        pages.Get(InCircleAttribute.Pattern + One + Live, (Guid id, HttpContext http, Visit visit, LiveParts live) =>
            live.Follow(http, visit.Guest!, PostLiveQueries.Thread(id), (store, stop) => store.PostVersion(visit.Guest!.AccountId, id, stop))).WithMetadata(new InCircleAttribute());
        Get(pages, One + "/edit", call => Edit(call, null));
        Post(pages, One, "post", async call =>
        {
            await call.Store.ChangePost(call.Me, call.Id(), Read(call.Form), call.Today, call.Stop);
            return call.Done($"{All}/{call.Id()}", "Circles.SaidKept");
        }, Edit);
        Post(pages, One + "/replies", "reply", async call =>
        {
            var kind = Enum.TryParse<ReplyKind>(call.Form["kind"], out var said) ? said : ReplyKind.Word;
            await call.Store.ReplyToPost(call.Me, call.Id(), new() { Id = call.Form.Once(), Kind = kind, Text = call.Form["text"].ToString() }, call.Today, call.Clock, call.Stop);
            return call.Done($"{All}/{call.Id()}", "Circles.SaidAnswered");
        }, (call, typed) => Show(call, typed));
        MapTurns(pages);
    }

    private static void MapTurns(IEndpointRouteBuilder pages)
    {
        Post(pages, One + "/close", async call =>
        {
            var closed = await call.Store.ClosePost(call.Me, call.Id(), call.Form["helped"] == "yes", call.Today, call.Stop);
            return closed.IsForHardTimes ? call.Done("", "Circles.SaidForgotten") : call.Done($"{All}/{call.Id()}", "Circles.SaidClosed");
        });
        Post(pages, One + "/extend", async call =>
        {
            await call.Store.ExtendPost(call.Me, call.Id(), call.Form["standing"] == "yes" ? null : call.Today.AddDays(NewPost.AskDays), call.Today, call.Stop);
            return call.Done($"{All}/{call.Id()}", "Circles.SaidExtended");
        });
        Post(pages, One + "/remove", async call =>
        {
            await call.Store.RemovePost(call.Me, call.Id(), call.Stop);
            return call.Done("", "Circles.SaidRemoved");
        });
        Post(pages, One + "/hide", async call =>
        {
            var hide = call.Form["hide"] != "no";
            await call.Store.HidePost(call.Me, call.Id(), hide, call.Clock, call.Stop);
            return call.Done($"{All}/{call.Id()}", hide ? "Circles.SaidHidden" : "Circles.SaidShown");
        }).WithMetadata(new HostsOnlyAttribute());
    }

    private static async Task<IResult> New(Call call)
    {
        var kind = Enum.TryParse<PostKind>(call.Asked("kind"), true, out var said) && Enum.IsDefined(said) ? said : PostKind.Ask;
        var from = Guid.TryParse(call.Asked("from"), out var id) ? (await call.Store.PostShown(call.Seat, id, call.Stop)).Post : null;
        var draft = from is { IsForHardTimes: false } ? new NewPost { Title = from.Title, Topics = from.Topics?.Replace("\n", ", ", StringComparison.Ordinal) }
            : Guid.TryParse(call.Asked("learning"), out var learning) && call.Visit.Guest!.OwnNetworkId is { } network ? await call.Store.Shared(network, learning, call.Stop) : null;
        return await Fresh(call, kind, draft, null);
    }

    private static Task<IResult> Fresh(Call call, PostKind kind, NewPost? draft, Typed? typed) =>
        Task.FromResult(Answers.Page<NewPostPage>(new { call.Place, Kind = kind, call.Today, call.Seat.SeesHardTimes, Draft = draft, Typed = typed }, typed));

    private static async Task<IResult> Edit(Call call, Typed? typed)
    {
        var line = await call.Store.PostShown(call.Seat, call.Id(), call.Stop);
        if (line.Post.AuthorId != call.Me) throw new NotFound("Circles.NoSuchPost");
        return Answers.Page<EditPostPage>(new { call.Place, It = line.Post, call.Today, Typed = typed }, typed);
    }

    private static async Task<IResult> Show(Call call, Typed? typed)
    {
        var (store, seat, today, stop) = (call.Store, call.Seat, call.Today, call.Stop);
        var version = await store.PostVersion(call.Me, call.Id(), stop) ?? throw new NotFound("Circles.NoSuchPost"); // before what it is the version of is read
        var line = await store.PostShown(seat, call.Id(), stop);
        return Answers.Page<PostPage>(new
        {
            Version = version,
            call.Place,
            Line = line,
            Today = today,
            call.Visit.Owner.Zone,
            Replies = await store.RepliesTo(seat, line.Post.Id, stop),
            Fitting = await store.WhatFits(seat, line.Post, call.Visit.Guest!.OwnNetworkId, today, stop),
            call.Said,
            Typed = typed,
        }, typed);
    }

    private static NewPost Read(IFormCollection form)
    {
        var problems = new Problems();
        var read = new NewPost
        {
            Id = form.Once(), Kind = Enum.TryParse<PostKind>(form["kind"], out var kind) ? kind : PostKind.Ask,
            Title = form["title"].ToString(), Text = form.Filled("text"), Link = form.Filled("link"), Topics = form.Filled("topics"),
            Until = form.Day("until", problems), IsStanding = form.Filled("isStanding") is not null, IsForHardTimes = form.Filled("isForHardTimes") is not null,
        };
        Mistaken.ThrowIf(problems);
        return read;
    }
}
