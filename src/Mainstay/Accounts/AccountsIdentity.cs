using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Mainstay.Accounts;

/// <summary>ASP.NET Core Identity on our tables: it keeps accounts and passwords; sessions, tokens and the limit to tries are rows of ours.</summary>
/// <remarks>Identity's lockout counts on the account, so that an address without one would be told apart; ours counts by what was typed.</remarks>
public static class AccountsIdentity
{
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddSingleton<Seals>().AddScoped<Gate>();
        services.AddScoped(house => new Leaving(house.GetServices<ILeaveWithSpace>(), house.GetServices<IAccountLeaves>(), house.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<ILookupNormalizer, MailNormalizer>();
        services.AddIdentityCore<Account>(identity =>
        {
            identity.User.RequireUniqueEmail = true;
            identity.User.AllowedUserNameCharacters = "";
        }).AddUserStore<AccountStore>();
        services.Configure<PasswordHasherOptions>(Slow);
        services.Configure<IdentityPasskeyOptions>(passkeys => (passkeys.UserVerificationRequirement, passkeys.ResidentKeyRequirement) = ("required", "required"));
        services.AddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>();
        services.RemoveAll<IPasswordValidator<Account>>().AddScoped<IPasswordValidator<Account>, PasswordValidator>();
        return services;
    }

    /// <summary>As slow as the one that Identity has.</summary>
    internal static PasswordHasher<Account> Hasher()
    {
        var options = new PasswordHasherOptions();
        Slow(options);
        return new(Options.Create(options));
    }

    // PBKDF2 with HMAC-SHA512, as often as OWASP advises.
    private static void Slow(PasswordHasherOptions hashing) => hashing.IterationCount = 210_000;

    /// <summary>Whatever door a password comes through, Identity keeps none that the rules refuse.</summary>
    private sealed class PasswordValidator : IPasswordValidator<Account>
    {
        public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) =>
            Task.FromResult(PasswordRules.Of(password ?? "", user.Mail, user.Name) is { } reason ? IdentityResult.Failed(new IdentityError { Code = reason.Key }) : IdentityResult.Success);
    }
}
