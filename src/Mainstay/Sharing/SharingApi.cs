using System.ComponentModel;
using Mainstay.Accounts;
using Mainstay.Api;
using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Sharing;

/// <summary>Who may come into a network, and how they are invited, for programs.</summary>
internal static class SharingApi
{
    private const string Chapter = "Sharing";

    private static readonly InvitationAnswer Sample = new(Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2c45"), SpaceRole.Guest, "grace@example.org", 0, 1, new(2026, 5, 1, 8, 0, 0, DateTimeKind.Utc), new(2026, 5, 15, 8, 0, 0, DateTimeKind.Utc));

    private static readonly SharerAnswer Grace = new(Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2c46"), "Grace Hopper", "grace@example.org", SpaceRole.Guest, new(2026, 5, 1, 8, 0, 0, DateTimeKind.Utc));

    private static Parameter Who => Parameter.Id("The account of who may come in.");

    public static void Map(ApiRoutes api)
    {
        api.ForOwners(() => MapInvitations(api));
        api.Get("/networks", async call => ApiAnswer.Of(new Page<EnterableNetworkAnswer> { Items = [.. (await call.Store.NetworksOf(call.Visit.Guest!.AccountId, call.Stop)).Select(n => new EnterableNetworkAnswer(n.SpaceId, n.Owner, n.Role, n.Since, n.SpaceId == call.Visit.Owner.SpaceId))] }), new("listNetworks", "The networks you may enter")
        {
            Chapter = Chapter,
            About = "Your own, then those you were let into. A token opens one of them.",
            Answer = AnswerShape.PageOf("All of them.", new EnterableNetworkAnswer(Grace.Id, "Ada Lovelace", SpaceRole.Owner, Grace.Since, true)),
        });
        api.Get("/sharing", async call => ApiAnswer.Of(new Page<SharerAnswer> { Items = [.. (await call.Store.SharersShown(call.Visit.Guest!, call.Stop)).Select(s => Of(s, call.Visit.Guest!))] }), new("listSharers", "Who may come into this network")
        {
            Chapter = Chapter,
            About = "Who was let in is told whose it is, and what they may do.",
            Answer = AnswerShape.PageOf("All of them, the owner first.", Grace),
        });
        api.Delete("/sharing/{id:guid}", Remove, new("takeOut", "Take somebody out of your network, or leave one yourself")
        {
            Chapter = Chapter,
            About = "They are out at their next request, and their tokens to it open nothing. Whoever owns it stays.",
            Parameters = [Who],
            Conflicts = "It is the owner.",
            IsOfAccount = true,
        });
    }

    private static void MapInvitations(ApiRoutes api)
    {
        api.Get("/invitations", async call => ApiAnswer.Of(new Page<InvitationAnswer> { Items = [.. (await call.Store.OpenInvitations(call.Visit.Owner.SpaceId, call.Clock, call.Stop)).Select(l => Of(l.It))] }), new("listInvitations", "The invitations into your network that let somebody in")
        {
            Chapter = Chapter,
            Answer = AnswerShape.PageOf("The newest first.", Sample),
        });
        api.Post("/invitations", Invite, new("invite", "Invite somebody into your network")
        {
            Chapter = Chapter,
            About = "Who has no account here makes one by the link, and gets a network of their own too. Where this server can send mail, an invitation for one address is sent there.",
            Body = BodyShape.Of<InvitationFields>("What it gives, and to whom.", new { Role = "guest", Sample.Mail, Days = 14 }),
            Answer = AnswerShape.Made<MadeInvitationAnswer>("The invitation, with its link, which is told only now.", new MadeInvitationAnswer(Sample, "https://mainstay.example.org/join/abcdefghjkmnpqrstuvwxyz23456", false)),
            HasSecret = true,
        });
        api.Delete("/invitations/{id:guid}", async call =>
        {
            await call.Store.RevokeInvitation(call.Id(), call.Visit.Owner.SpaceId, call.Clock, call.Stop);
            return ApiAnswer.Done;
        }, new("revokeInvitation", "Take an invitation back") { Chapter = Chapter, About = "Who came in by it stays.", Parameters = [Parameter.Id("The invitation.")] });
        api.Patch("/sharing/{id:guid}", async call =>
        {
            await call.Store.ChangeRole(call.Visit.Owner.SpaceId, call.Id(), (await call.Body<SharerFields>()).Role, call.Clock, call.Stop);
            return ApiAnswer.Of(Of((await call.Store.WhoMayEnter(call.Visit.Owner.SpaceId, call.Stop)).Single(s => s.AccountId == call.Id()), call.Visit.Guest!));
        }, new("changeRole", "Say what somebody may do in your network")
        {
            Chapter = Chapter,
            Parameters = [Who],
            Body = BodyShape.PatchOf<SharerFields>("What they may do.", new { Role = "member" }),
            Answer = AnswerShape.Of<SharerAnswer>("Them, as it is now.", Grace with { Role = SpaceRole.Member }),
            Conflicts = "It is the owner.",
        });
    }

    private static async Task<ApiAnswer> Invite(ApiCall call)
    {
        var said = await call.Body<InvitationFields>();
        var made = await call.Store.InviteAndSend(new() { Role = said.Role ?? SpaceRole.Guest, Mail = Texts.Filled(said.Mail), Uses = said.Uses ?? 1, Days = said.Days ?? Invitation.UsualDays, ById = call.Visit.Guest!.AccountId }, call.Services.GetRequiredService<Settings>(), call.Clock, call.Stop);
        return ApiAnswer.Made(new MadeInvitationAnswer(Of(made.It), made.Link!, made.IsSent), $"{ApiRoutes.Root}/invitations");
    }

    private static async Task<ApiAnswer> Remove(ApiCall call)
    {
        var (guest, space) = (call.Visit.Guest!, call.Visit.Owner.SpaceId);
        if (call.Id() == guest.AccountId) await call.Store.Leave(space, guest.AccountId, call.Stop);
        else if (guest.IsOwner) await call.Store.TakeOut(space, call.Id(), call.Clock, call.Stop);
        else throw new NotFound("Accounts.NobodyOfThat");
        return ApiAnswer.Done;
    }

    private static InvitationAnswer Of(Invitation it) => new(it.Id, it.Role, it.Mail, it.Uses, it.MostUses, it.CreatedAt, it.ExpiresAt);

    private static SharerAnswer Of(Sharer one, Guest guest) => new(one.AccountId, one.Name, guest.IsOwner || one.AccountId == guest.AccountId ? one.Mail : null, one.Role, one.Since);

    internal sealed record InvitationAnswer(Guid Id, [property: Description("What they may do: guest reads, member reads and writes.")] SpaceRole Role, [property: Description("The only address that may use it; anybody when null.")] string? Mail, int Uses, int MostUses, DateTime CreatedAt, DateTime ExpiresAt);

    internal sealed record MadeInvitationAnswer(InvitationAnswer Invitation, string Link, [property: Description("It is on its way by mail to the address it is for.")] bool IsSent);

    internal sealed record InvitationFields(SpaceRole? Role = null, string? Mail = null, int? Uses = null, int? Days = null);

    internal sealed record SharerAnswer(Guid Id, string Name, [property: Description("Told to the owner, and of oneself.")] string? Mail, SpaceRole Role, DateTime Since);

    internal sealed record SharerFields(SpaceRole Role);

    internal sealed record EnterableNetworkAnswer(Guid Id, [property: Description("What whoever owns it is called.")] string Owner, SpaceRole Role, DateTime Since, [property: Description("This session or token looks at it.")] bool IsLookedAt);
}
