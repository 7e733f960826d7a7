namespace FieldKit.Ui;

public enum ButtonLook { Primary, Secondary, Danger, Subtle }

public enum CardLook { Plain, Strong, Danger, Opinion }

public enum TagKind { Neutral, Good, Doubt, Danger, Unread }

public enum NoticeKind { Info, Good, Warning, Error }

/// <summary>Class names are written out whole: the style build keeps only those that it finds in the sources.</summary>
internal static class LookClasses
{
    public static string Of(ButtonLook look) => "utrecht-button " + look switch
    {
        ButtonLook.Primary => "utrecht-button--primary-action",
        ButtonLook.Danger => "utrecht-button--primary-action utrecht-button--danger",
        ButtonLook.Subtle => "utrecht-button--subtle",
        _ => "utrecht-button--secondary-action",
    };

    public static string Of(CardLook look) => "fk-card" + look switch
    {
        CardLook.Strong => " fk-card--strong",
        CardLook.Danger => " fk-card--danger",
        CardLook.Opinion => " fk-card--opinion",
        _ => "",
    };

    public static string Of(TagKind kind) => "fk-tag" + kind switch
    {
        TagKind.Good => " fk-tag--good",
        TagKind.Doubt => " fk-tag--doubt",
        TagKind.Danger => " fk-tag--danger",
        TagKind.Unread => " fk-tag--unread",
        _ => "",
    };

    public static string Of(NoticeKind kind) => "utrecht-alert " + kind switch
    {
        NoticeKind.Good => "utrecht-alert--ok",
        NoticeKind.Warning => "utrecht-alert--warning",
        NoticeKind.Error => "utrecht-alert--error",
        _ => "utrecht-alert--info",
    };
}
