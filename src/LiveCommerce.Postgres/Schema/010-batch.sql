-- Which append wrote a receipt: an append that was decided on another one, while that was still on its way, asks for it under the lock.
alter table lc_commands add column batch uuid;
