-- The bytes of images, one row for each upload. An upload lies ready until the append of its put names the image (a derived id: a party's
-- bytes are its own); what was never put is swept. With the image's deletion the row goes, in the same append.
create table lc_images (
    upload      uuid        not null primary key,
    image       uuid,
    uploaded_at timestamptz not null default clock_timestamp(),
    bytes       bytea       not null
);
-- Pictures are packed already: what is stored as it is need not be tried again.
alter table lc_images alter column bytes set storage external;
create unique index lc_images_by_image on lc_images (image) where image is not null;
create index lc_images_unclaimed on lc_images (uploaded_at) where image is null;
