using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mainstay.Accounts;

/// <summary>Plain tables of our own: Identity's would bring columns nobody fills and JSON that the two databases keep differently, and make every short command build a larger model.</summary>
public static class AccountsTables
{
    extension(Store store)
    {
        public DbSet<Space> Spaces => store.Set<Space>();
        public DbSet<Account> Accounts => store.Set<Account>();
        public DbSet<Access> Accesses => store.Set<Access>();
        public DbSet<Session> Sessions => store.Set<Session>();
        public DbSet<ApiToken> ApiTokens => store.Set<ApiToken>();
        public DbSet<Passkey> Passkeys => store.Set<Passkey>();
        public DbSet<ProviderConnection> ProviderConnections => store.Set<ProviderConnection>();
        public DbSet<SecondFactor> SecondFactors => store.Set<SecondFactor>();
        public DbSet<OneTimeKey> OneTimeKeys => store.Set<OneTimeKey>();
        public DbSet<TokenLink> TokenLinks => store.Set<TokenLink>();
        public DbSet<Invitation> Invitations => store.Set<Invitation>();
        public DbSet<FailedSignIn> FailedSignIns => store.Set<FailedSignIn>();
        public DbSet<InCommon> InCommon => store.Set<InCommon>();
    }

    internal sealed class SpaceTable : IEntityTypeConfiguration<Space>
    {
        public void Configure(EntityTypeBuilder<Space> space)
        {
            space.ToTable("Space");
            space.Property(s => s.Id).ValueGeneratedNever();
        }
    }

    internal sealed class AccountTable : IEntityTypeConfiguration<Account>
    {
        public void Configure(EntityTypeBuilder<Account> account)
        {
            account.ToTable("Account");
            account.Property(a => a.Id).ValueGeneratedNever();
            account.HasIndex(a => a.MailNormal).IsUnique();
        }
    }

    internal sealed class AccessTable : IEntityTypeConfiguration<Access>
    {
        public void Configure(EntityTypeBuilder<Access> access)
        {
            access.ToTable("Access");
            access.HasKey(a => new { a.AccountId, a.SpaceId });
            access.HasOne<Account>().WithMany().HasForeignKey(a => a.AccountId).OnDelete(DeleteBehavior.Cascade);
            access.HasOne<Space>().WithMany().HasForeignKey(a => a.SpaceId).OnDelete(DeleteBehavior.Cascade);
            access.HasIndex(a => a.SpaceId);
        }
    }

    internal sealed class SessionTable : IEntityTypeConfiguration<Session>
    {
        public void Configure(EntityTypeBuilder<Session> session)
        {
            session.ToTable("Session");
            session.Property(s => s.Id).ValueGeneratedNever();
            session.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Cascade);
            session.HasIndex(s => s.AccountId);
            session.HasIndex(s => s.Hash).IsUnique();
        }
    }

    internal sealed class ApiTokenTable : IEntityTypeConfiguration<ApiToken>
    {
        public void Configure(EntityTypeBuilder<ApiToken> token)
        {
            token.ToTable("ApiToken");
            token.Property(t => t.Id).ValueGeneratedNever();
            token.HasOne<Account>().WithMany().HasForeignKey(t => t.AccountId).OnDelete(DeleteBehavior.Cascade);
            token.HasIndex(t => t.AccountId);
            token.HasIndex(t => t.Hash).IsUnique();
        }
    }

    internal sealed class PasskeyTable : IEntityTypeConfiguration<Passkey>
    {
        public void Configure(EntityTypeBuilder<Passkey> passkey)
        {
            passkey.ToTable("Passkey");
            passkey.Property(p => p.Id).ValueGeneratedNever();
            passkey.HasOne<Account>().WithMany().HasForeignKey(p => p.AccountId).OnDelete(DeleteBehavior.Cascade);
            passkey.HasIndex(p => p.AccountId);
            passkey.HasIndex(p => p.CredentialId).IsUnique();
        }
    }

    internal sealed class ProviderConnectionTable : IEntityTypeConfiguration<ProviderConnection>
    {
        public void Configure(EntityTypeBuilder<ProviderConnection> connection)
        {
            connection.ToTable("ProviderConnection");
            connection.Property(c => c.Id).ValueGeneratedNever();
            connection.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId).OnDelete(DeleteBehavior.Cascade);
            connection.HasIndex(c => c.AccountId);
            connection.HasIndex(c => new { c.Issuer, c.Subject }).IsUnique();
        }
    }

    internal sealed class SecondFactorTable : IEntityTypeConfiguration<SecondFactor>
    {
        public void Configure(EntityTypeBuilder<SecondFactor> factor)
        {
            factor.ToTable("SecondFactor");
            factor.HasKey(f => f.AccountId);
            factor.HasOne<Account>().WithOne().HasForeignKey<SecondFactor>(f => f.AccountId).OnDelete(DeleteBehavior.Cascade);
        }
    }

    internal sealed class OneTimeKeyTable : IEntityTypeConfiguration<OneTimeKey>
    {
        public void Configure(EntityTypeBuilder<OneTimeKey> key)
        {
            key.ToTable("OneTimeKey");
            key.Property(k => k.Id).ValueGeneratedNever();
            key.HasOne<Account>().WithMany().HasForeignKey(k => k.AccountId).OnDelete(DeleteBehavior.Cascade);
            key.HasIndex(k => k.AccountId);
            key.HasIndex(k => k.Hash).IsUnique();
        }
    }

    internal sealed class TokenLinkTable : IEntityTypeConfiguration<TokenLink>
    {
        public void Configure(EntityTypeBuilder<TokenLink> link)
        {
            link.ToTable("TokenLink");
            link.Property(l => l.Id).ValueGeneratedNever();
            link.HasOne<Space>().WithMany().HasForeignKey(l => l.SpaceId).OnDelete(DeleteBehavior.Cascade);
            link.HasIndex(l => new { l.SpaceId, l.SubjectId });
            link.HasIndex(l => l.Hash).IsUnique();
        }
    }

    internal sealed class InvitationTable : IEntityTypeConfiguration<Invitation>
    {
        public void Configure(EntityTypeBuilder<Invitation> invitation)
        {
            invitation.ToTable("Invitation");
            invitation.Property(i => i.Id).ValueGeneratedNever();
            invitation.HasOne<Space>().WithMany().HasForeignKey(i => i.SpaceId).OnDelete(DeleteBehavior.Cascade);
            invitation.HasOne<Account>().WithMany().HasForeignKey(i => i.ById).OnDelete(DeleteBehavior.Cascade);
            invitation.HasIndex(i => i.SpaceId);
            invitation.HasIndex(i => i.ById);
            invitation.HasIndex(i => i.Hash).IsUnique();
        }
    }

    internal sealed class InCommonTable : IEntityTypeConfiguration<InCommon>
    {
        public void Configure(EntityTypeBuilder<InCommon> common)
        {
            common.ToTable("InCommon");
            common.HasKey(c => c.Name);
        }
    }

    internal sealed class FailedSignInTable : IEntityTypeConfiguration<FailedSignIn>
    {
        public void Configure(EntityTypeBuilder<FailedSignIn> failed)
        {
            failed.ToTable("FailedSignIn");
            failed.HasKey(f => f.KeyNormal);
        }
    }
}
